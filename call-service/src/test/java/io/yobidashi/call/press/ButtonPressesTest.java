package io.yobidashi.call.press;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ButtonPressesTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final String IMSI = "440103000000001";
    private static final Road QUEUE = Road.at(AT);
    private static final Road SATOS_SIM = new Road("440103000000001-1763928000000", null, IMSI, null, AT);
    private static final Instant FUNNEL = Instant.ofEpochMilli(1763927995421L);
    private static final String FUNNEL_ID = "440103000000001-1763927995421";

    private final ButtonPresses presses = new ButtonPresses(SampleRoster::three);

    /** A golden file, the road that it comes by, what it is read as. The files are made after the sources named. */
    static Stream<Arguments> dialects() {
        return Stream.of(
                // Plain: the design's page; a click and an id are optional.
                row("plain", QUEUE, new Press(null, SATO_BUTTON, Click.SINGLE, AT, null)),
                row("plain-double", QUEUE, new Press("qr-7", SUZUKI_BUTTON, Click.DOUBLE, AT, null)),
                // users.soracom.io, LTE-M Button Plus, data format: the SIM names it, full is a bare 1.
                row("plus-single", SATOS_SIM, new Press(SATOS_SIM.id(), SATO_BUTTON, Click.SINGLE, AT, 1.0)),
                // The same page on simple positioning: a place is appended; the keys in another order.
                row("plus-long-with-place", SATOS_SIM, new Press(SATOS_SIM.id(), SATO_BUTTON, Click.LONG, AT, 0.25)),
                // users.soracom.io, Funk, format: the claims of x-soracom-token; AWS Lambda's context in Python and
                // Node.
                row("plus-by-funk-token-claims", QUEUE, new Press(null, SATO_BUTTON, Click.DOUBLE, AT, 0.5)),
                row("plus-by-funk-lambda-python", QUEUE, new Press(null, SATO_BUTTON, Click.SINGLE, AT, 0.75)),
                row("plus-by-funk-lambda-node", QUEUE, new Press(null, SATO_BUTTON, Click.SINGLE, AT, 0.75)),
                // developers.soracom.io, LTE-M Button, message examples (event, event with temperature) and event mode.
                row("global-single", SATOS_SIM, numbered("440103000000001-42-2939880", Click.SINGLE, 1.0, 42)),
                row(
                        "global-double-with-temperature",
                        SATOS_SIM,
                        numbered("440103000000001-43-2939880", Click.DOUBLE, 0.5, 43)),
                row(
                        "global-long-by-funnel",
                        QUEUE,
                        new Press(
                                "440103000000001-44-2939879",
                                SATO_BUTTON,
                                Click.LONG,
                                Instant.ofEpochMilli(1763927999421L),
                                0.1,
                                44L)),
                // AWS IoT 1-Click developer guide, events: remainingLife 5.00 is a percentage, deviceEvent stands
                // first.
                row(
                        "one-click-guide",
                        QUEUE,
                        new Press(
                                "G030PM0000000001-2025-11-23T19:59:58.747Z",
                                SATO_BUTTON,
                                Click.SINGLE,
                                Instant.parse("2025-11-23T19:59:58.747Z"),
                                0.05)),
                // qiita.com/yosi-q/items/1fb58a734f511a1716c5: what a SORACOM button "powered by AWS" sends.
                row(
                        "one-click-soracom",
                        QUEUE,
                        new Press(
                                "G030PM0000000002-2025-11-23T19:59:59.001Z",
                                SUZUKI_BUTTON,
                                Click.LONG,
                                Instant.parse("2025-11-23T19:59:59.001Z"),
                                0.767)),
                // AWS IoT developer guide: protocols (2000mV), Lambda rule (with a space), SQL function topic().
                row("developer", QUEUE, new Press(null, SATO_BUTTON, Click.SINGLE, AT, 1.0)),
                row("developer-space", QUEUE, new Press(null, SATO_BUTTON, Click.DOUBLE, AT, 0.5)),
                row("developer-by-topic", QUEUE, new Press(null, SUZUKI_BUTTON, Click.LONG, AT, 0.2)),
                // users.soracom.io, Funnel, format, payloads only off: as an object, and as a text.
                row("funnel-plus", QUEUE, new Press(FUNNEL_ID, SATO_BUTTON, Click.SINGLE, FUNNEL, 0.5)),
                row("funnel-text", QUEUE, new Press(FUNNEL_ID, SATO_BUTTON, Click.DOUBLE, FUNNEL, 0.75)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void every_dialect_is_a_press(String golden, Road road, Press press) {
        assertThat(presses.parse(GoldenPress.text(golden), road)).isEqualTo(press);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialects")
    void unknown_keys_and_the_order_of_keys_mean_nothing(String golden, Road road, Press press) {
        ObjectNode reversed = GoldenPress.reversed(golden);
        reversed.putObject("a-later-version").put("x", 1);
        reversed.putNull("nothing");

        assertThat(presses.parse(reversed.toString(), road)).isEqualTo(press);
    }

    /** Told shortly: what differs from the golden files. */
    static Stream<Arguments> variants() {
        return Stream.of(
                Arguments.of("{'button':'G030PM0000000001','id':null}", QUEUE, plain(null, Click.SINGLE)),
                Arguments.of("{'clickType':2,'batteryLevel':1}", SATOS_SIM, battery(Click.DOUBLE, 1.0)),
                // Whoever forwards a press may add the button.
                Arguments.of("{'clickType':3,'button':'G030PM0000000001'}", QUEUE, plain(null, Click.LONG)),
                Arguments.of(
                        "{'payloads':{'clickType':1},'button':'G030PM0000000001'}", QUEUE, plain(null, Click.SINGLE)),
                Arguments.of("{'detect_type':'CONNECTED'}", SATOS_SIM, plain(SATOS_SIM.id(), Click.SINGLE)),
                // A charge that makes no sense is no reason to lose the press; nor a number, nor a time.
                Arguments.of("{'clickType':1,'batteryLevel':7}", SATOS_SIM, battery(Click.SINGLE, null)),
                Arguments.of("{'clickType':1,'batteryLevel':'full'}", SATOS_SIM, battery(Click.SINGLE, null)),
                Arguments.of(
                        "{'detect_type':'single short click','seq_number':-1,'batt_vol':'?'}",
                        SATOS_SIM,
                        battery(Click.SINGLE, null)),
                Arguments.of(
                        "{'serialNumber':'G030PM0000000001','clickType':'SINGLE','batteryVoltage':'low'}",
                        QUEUE,
                        plain(null, Click.SINGLE)),
                Arguments.of(
                        "{'imsi':'440103000000001','timestamp':9999999999999,'payloads':{'clickType':1}}",
                        QUEUE,
                        plain("440103000000001-9999999999999", Click.SINGLE)),
                Arguments.of(
                        "{'deviceInfo':{'deviceId':'G030PM0000000001'},"
                                + "'deviceEvent':{'buttonClicked':{'clickType':'SINGLE','reportedTime':'noon'}}}",
                        QUEUE,
                        plain("G030PM0000000001-noon", Click.SINGLE)),
                // The road names everything.
                Arguments.of("", SATOS_SIM, plain(SATOS_SIM.id(), Click.SINGLE)),
                Arguments.of("", new Road(null, SATO_BUTTON, null, Click.LONG, AT), plain(null, Click.LONG)),
                // The road wins over the body, the sender's own id over the road's.
                Arguments.of(
                        "{'button':'G030PM0000000002','click':'LONG','id':'mine'}",
                        new Road("roads", SATO_BUTTON, IMSI, Click.DOUBLE, AT),
                        plain("mine", Click.DOUBLE)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void what_is_left_out_or_makes_no_sense_loses_no_press(String body, Road road, Press press) {
        assertThat(presses.parse(body.replace('\'', '"'), road)).isEqualTo(press);
    }

    @ParameterizedTest(name = "remainingLife {0} is {1}")
    @CsvSource({"5.00, 0.05", "76.69762, 0.767", "99.9, 0.999", "100, 1", "1, 1", "0.4, 0.4", "0, 0", "101,", "-1,"})
    void a_remaining_life_is_a_fraction_or_a_percentage(double remaining, Double battery) {
        String body = "{\"deviceInfo\":{\"deviceId\":\"G030PM0000000001\",\"remainingLife\":" + remaining
                + "},\"deviceEvent\":{\"buttonClicked\":{\"clickType\":\"SINGLE\"}}}";

        assertThat(presses.parse(body, QUEUE).battery()).isEqualTo(battery);
    }

    @ParameterizedTest(name = "{0} mV is {1}")
    @CsvSource({"3000, 1", "3200, 1", "2750, 0.75", "2250, 0.25", "2000, 0", "1500, 0"})
    void a_voltage_becomes_a_charge(int millivolts, double battery) {
        String body = "{\"detect_type\":\"Single short click\",\"batt_vol\":" + millivolts + "}";

        assertThat(presses.parse(body, SATOS_SIM).battery()).isEqualTo(battery);
    }

    private static Arguments row(String golden, Road road, Press press) {
        return Arguments.of(golden, road, press);
    }

    private static Press plain(String id, Click click) {
        return new Press(id, SATO_BUTTON, click, AT, null);
    }

    private static Press battery(Click click, Double battery) {
        return new Press(SATOS_SIM.id(), SATO_BUTTON, click, AT, battery);
    }

    private static Press numbered(String id, Click click, double battery, long sequence) {
        return new Press(id, SATO_BUTTON, click, AT, battery, sequence);
    }
}
