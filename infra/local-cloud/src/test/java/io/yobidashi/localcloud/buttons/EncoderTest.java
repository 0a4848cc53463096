package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.roster.Roster.Button;
import io.yobidashi.localcloud.roster.Roster.LocalName;
import io.yobidashi.localcloud.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every dialect, field by field, against a file that was written from the page named in its row. */
class EncoderTest {
    private static final Button BUTTON = new Button(
            "G030PM0000000001",
            "sato",
            new LocalName("受付", "Reception"),
            "440103000000001",
            "860000012345678",
            "8981040000000000001");
    private static final Instant AT = Instant.parse("2018-05-04T23:26:33.007Z");

    private final Encoder encoder = new Encoder(
            "local-beam-secret", "local-press-token", Store.inMemory().shelf("buttons"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            BEAM      | SORACOM users, LTE-M Button Plus, format page
            GLOBAL    | SORACOM developers, Soracom LTE-M Button, message examples
            PLAIN     | README, any other sender
            ONE_CLICK | AWS IoT 1-Click developer guide, 1click-events
            DEVELOPER | AWS IoT guide of 2019, protocols
            FUNNEL    | SORACOM users, Funnel, format page
            """)
    void a_body_has_the_fields_of_its_dialect(Dialect dialect, String source) throws IOException {
        Transmission transmission = encode(dialect, Click.DOUBLE, Battery.THREE_QUARTERS);

        assertThat(new ObjectMapper().readTree(body(transmission))).as(source).isEqualTo(golden(dialect.label()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SINGLE | 1 | Single short click
            DOUBLE | 2 | Double short click
            LONG   | 3 | Single long click
            """)
    void a_click_has_a_number_and_a_name_for_the_global_model(Click click, int number, String detectType) {
        assertThat(body(encode(Dialect.BEAM, click, Battery.FULL)))
                .contains("\"clickType\":" + number + ",")
                .contains("\"clickTypeName\":\"" + click + "\"");
        assertThat(body(encode(Dialect.GLOBAL, click, Battery.FULL)))
                .contains("\"detect_type\":\"" + detectType + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUARTER        | BEAM      | "batteryLevel":0.25,
            HALF           | BEAM      | "batteryLevel":0.5,
            THREE_QUARTERS | BEAM      | "batteryLevel":0.75,
            FULL           | BEAM      | "batteryLevel":1,
            FULL           | FUNNEL    | "batteryLevel":1,
            QUARTER        | GLOBAL    | "batt_vol":2250,
            FULL           | GLOBAL    | "batt_vol":3000,
            HALF           | DEVELOPER | "batteryVoltage":"2500mV"
            QUARTER        | ONE_CLICK | "remainingLife":25.0,
            FULL           | ONE_CLICK | "remainingLife":100.0,
            """)
    void a_battery_is_told_in_the_unit_of_the_dialect(Battery battery, Dialect dialect, String told) {
        assertThat(body(encode(dialect, Click.SINGLE, battery))).contains(told);
    }

    @ParameterizedTest
    @CsvSource({"BEAM", "GLOBAL"})
    void what_Beam_knows_of_the_sender_is_sent_and_signed(Dialect dialect) {
        Map<String, String> identity = Map.of(
                "x-soracom-imei", "860000012345678",
                "x-soracom-imsi", "440103000000001",
                "x-soracom-sim-id", "8981040000000000001",
                "x-soracom-timestamp", "1525476393007");

        Transmission.Http request = (Transmission.Http) encode(dialect, Click.SINGLE, Battery.FULL);

        assertThat(request.headers())
                .containsAllEntriesOf(identity)
                .containsEntry("x-soracom-signature-version", "20151001")
                .containsEntry("x-soracom-signature", BeamSignature.of("local-beam-secret", identity))
                .hasSize(6);
    }

    @Test
    void what_the_roster_does_not_have_is_not_sent() {
        Button bare = new Button("b", "sato", BUTTON.place(), "440103000000001", null, null);

        Transmission.Http request =
                (Transmission.Http) encoder.encode(new Press(bare, Click.SINGLE, Battery.FULL), Dialect.BEAM, AT);
        String funnel = body(encoder.encode(new Press(bare, Click.SINGLE, Battery.FULL), Dialect.FUNNEL, AT));

        assertThat(request.headers()).doesNotContainKeys("x-soracom-imei", "x-soracom-sim-id");
        assertThat(funnel).doesNotContain("imei");
    }

    @Test
    void the_global_model_counts_per_button() {
        Button other = new Button("other", "sato", BUTTON.place(), "440103000000002", null, null);

        assertThat(IntStream.range(0, 3).mapToObj(i -> body(encode(Dialect.GLOBAL, Click.SINGLE, Battery.FULL))))
                .extracting(EncoderTest::sequence)
                .containsExactly(1, 2, 3);
        assertThat(sequence(body(encoder.encode(new Press(other, Click.SINGLE, Battery.FULL), Dialect.GLOBAL, AT))))
                .isEqualTo(1);
    }

    @Test
    void messages_of_AWS_go_where_AWS_would_take_them() {
        assertThat(encode(Dialect.DEVELOPER, Click.SINGLE, Battery.FULL))
                .isInstanceOfSatisfying(Transmission.Mqtt.class, publish -> assertThat(publish.topic())
                        .isEqualTo("iotbutton/G030PM0000000001"));
        assertThat(encode(Dialect.FUNNEL, Click.SINGLE, Battery.FULL))
                .isInstanceOfSatisfying(Transmission.Mqtt.class, publish -> assertThat(publish.topic())
                        .isEqualTo("funnel/440103000000001"));
        assertThat(encode(Dialect.ONE_CLICK, Click.SINGLE, Battery.FULL))
                .isInstanceOfSatisfying(Transmission.Sqs.class, message -> assertThat(message.queue())
                        .isEqualTo("yobidashi-presses"));
        assertThat(((Transmission.Http) encode(Dialect.PLAIN, Click.SINGLE, Battery.FULL)).headers())
                .containsExactly(Map.entry("Authorization", "Bearer local-press-token"));
    }

    @Test
    void a_full_second_has_its_milliseconds_too() {
        Transmission event = encoder.encode(
                new Press(BUTTON, Click.SINGLE, Battery.FULL),
                Dialect.ONE_CLICK,
                Instant.parse("2026-11-24T00:00:00Z"));

        assertThat(body(event)).contains("\"reportedTime\":\"2026-11-24T00:00:00.000Z\"");
    }

    private Transmission encode(Dialect dialect, Click click, Battery battery) {
        return encoder.encode(new Press(BUTTON, click, battery), dialect, AT);
    }

    static String body(Transmission transmission) {
        if (transmission instanceof Transmission.Http http) {
            return http.body();
        }
        return transmission instanceof Transmission.Mqtt mqtt ? mqtt.body() : ((Transmission.Sqs) transmission).body();
    }

    private static int sequence(String body) {
        try {
            return new ObjectMapper().readTree(body).get("seq_number").asInt();
        } catch (IOException e) {
            throw new AssertionError(body, e);
        }
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream file = EncoderTest.class.getResourceAsStream(name + ".json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
