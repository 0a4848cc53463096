package io.yobidashi.call.press;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.message.Press;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonPressesTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Road QUEUE = Road.at(AT);
    private static final Road SATOS_SIM = new Road("440103000000001-1763928000000", null, "440103000000001", null, AT);

    private final ButtonPresses presses = new ButtonPresses(SampleRoster::three);

    static Stream<Arguments> dialects() {
        return Stream.of(
                // Plain: a click and an id are optional.
                Arguments.of(
                        "{'button':'G030PM0000000001'}", QUEUE, new Press(null, SATO_BUTTON, Click.SINGLE, AT, null)),
                Arguments.of(
                        "{'button':'G030PM0000000002','click':'double','id':'qr-7','colour':'red'}",
                        QUEUE,
                        new Press("qr-7", SUZUKI_BUTTON, Click.DOUBLE, AT, null)),
                Arguments.of(
                        "{'button':'G030PM0000000002','id':null}",
                        QUEUE,
                        new Press(null, SUZUKI_BUTTON, Click.SINGLE, AT, null)),
                // SORACOM LTE-M Button: the SIM names it, full is a bare 1.
                Arguments.of(
                        "{'clickType':3,'clickTypeName':'LONG','batteryLevel':0.25,'binaryParserEnabled':true}",
                        SATOS_SIM,
                        new Press(SATOS_SIM.id(), SATO_BUTTON, Click.LONG, AT, 0.25)),
                Arguments.of(
                        "{'clickType':2,'batteryLevel':1}",
                        SATOS_SIM,
                        new Press(SATOS_SIM.id(), SATO_BUTTON, Click.DOUBLE, AT, 1.0)),
                // A charge that makes no sense is no reason to lose the press.
                Arguments.of(
                        "{'clickType':1,'batteryLevel':7}",
                        SATOS_SIM,
                        new Press(SATOS_SIM.id(), SATO_BUTTON, Click.SINGLE, AT, null)),
                // The road names everything.
                Arguments.of("", SATOS_SIM, new Press(SATOS_SIM.id(), SATO_BUTTON, Click.SINGLE, AT, null)),
                Arguments.of(
                        "",
                        new Road(null, SUZUKI_BUTTON, null, Click.LONG, AT),
                        new Press(null, SUZUKI_BUTTON, Click.LONG, AT, null)),
                // The road wins over the body, the sender's own id over the road's.
                Arguments.of(
                        "{'button':'G030PM0000000001','click':'LONG','id':'mine'}",
                        new Road("roads", SUZUKI_BUTTON, "440103000000001", Click.DOUBLE, AT),
                        new Press("mine", SUZUKI_BUTTON, Click.DOUBLE, AT, null)));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_dialect_is_a_press(String body, Road road, Press press) {
        assertThat(presses.parse(body.replace('\'', '"'), road)).isEqualTo(press);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                            | nothing names the button, and nothing is there
                    'no json'                                     | no JSON
                    '{"button":"G030PM0000000001"'                | cut off
                    '[]'                                          | no object
                    'null'                                        | no object
                    '{}'                                          | names no button
                    '{"button":""}'                               | empty
                    '{"button":1}'                                | no text
                    '{"button":"G030PM0000000001","click":"TAP"}' | no click
                    '{"button":"G030PM0000000001","click":1}'     | a number where a name belongs
                    '{"button":"G030PM0000000001","clickType":4}' | no such click
                    '{"button":"G030PM0000000001","clickType":"1"}' | a name where a number belongs
                    '{"button":"G030PM0000000001","id":{}}'       | no text
                    """)
    void what_is_no_press_is_refused(String body, String why) {
        assertThatExceptionOfType(UnreadablePressException.class).as(why).isThrownBy(() -> presses.parse(body, QUEUE));
    }

    @Test
    void an_id_without_end_is_refused() {
        String body = "{\"button\":\"" + SATO_BUTTON + "\",\"id\":\"" + "x".repeat(129) + "\"}";
        assertThatExceptionOfType(UnreadablePressException.class).isThrownBy(() -> presses.parse(body, QUEUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"button\":\"G030PM0000000099\"}", "{\"button\":\"g030pm0000000001\"}"})
    void a_button_must_be_in_the_roster(String body) {
        assertThatExceptionOfType(UnknownButtonException.class).isThrownBy(() -> presses.parse(body, QUEUE));
    }

    @Test
    void a_sim_must_be_in_the_roster() {
        Road stranger = new Road(null, null, "295100000000001", null, AT);
        assertThatExceptionOfType(UnknownButtonException.class).isThrownBy(() -> presses.parse("{}", stranger));
    }

    @Test
    void nothing_of_a_bad_body_is_repeated() {
        assertThatExceptionOfType(UnreadablePressException.class)
                .isThrownBy(() -> presses.parse("{\"s3cret\": oops}", QUEUE))
                .withNoCause()
                .withMessageNotContaining("s3cret");
    }
}
