package io.yobidashi.localcloud.iot;

import static io.yobidashi.localcloud.iot.RecordingPublisher.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the Device Shadow service; the last column of each table names where AWS says or shows it. */
class ShadowsTest {
    private static final ShadowName SATO = ShadowName.classic("sato");
    private static final String PREFIX = "$aws/things/sato/shadow";
    private static final long T0 = 1_763_928_000;

    private final MovableClock clock = new MovableClock(Instant.ofEpochSecond(T0));
    private final RecordingPublisher published = new RecordingPublisher();
    private final Shadows shadows =
            new Shadows(clock, published, Store.inMemory().shelf("shadows"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            only named fields change      | {"reported":{"a":1,"b":2}}        | {"reported":{"b":3}}              | {"reported":{"a":1,"b":3}}           | device-shadow-rest-api
            objects merge at any depth    | {"reported":{"a":{"x":1,"y":2}}}  | {"reported":{"a":{"y":3}}}        | {"reported":{"a":{"x":1,"y":3}}}     | device-shadow-rest-api
            null deletes a key            | {"reported":{"a":1,"b":2}}        | {"reported":{"b":null}}           | {"reported":{"a":1}}                 | device-shadow-document
            null deletes a nested key     | {"reported":{"a":{"x":1,"y":2}}}  | {"reported":{"a":{"y":null}}}     | {"reported":{"a":{"x":1}}}           | device-shadow-document
            null for an unknown key       | {"reported":{"a":1}}              | {"reported":{"z":null}}           | {"reported":{"a":1}}                 | device-shadow-document
            null in a new object          | {"reported":{"a":1}}              | {"reported":{"o":{"z":null}}}     | {"reported":{"a":1,"o":{}}}          | device-shadow-document
            a null section goes           | {"reported":{"a":1},"desired":{"a":2}} | {"desired":null}             | {"reported":{"a":1}}                 | device-shadow-document
            the last key takes its section | {"reported":{"a":1}}             | {"reported":{"a":null}}           | {}                                   | moto test_delete_field_from_device_shadow
            an empty section leaves none  | {"reported":{"a":1}}              | {"desired":{}}                    | {"reported":{"a":1}}                 | moto test_delta_calculation
            an empty nested object stays  | {"reported":{"a":1}}              | {"reported":{"o":{}}}             | {"reported":{"a":1,"o":{}}}          | moto test_update_desired
            arrays are replaced whole     | {"reported":{"a":[1,2,3]}}        | {"reported":{"a":[4]}}            | {"reported":{"a":[4]}}               | device-shadow-document
            a scalar gives way to an object | {"reported":{"a":1}}            | {"reported":{"a":{"x":1}}}        | {"reported":{"a":{"x":1}}}           | device-shadow-document
            an object gives way to a scalar | {"reported":{"a":{"x":1}}}      | {"reported":{"a":1}}              | {"reported":{"a":1}}                 | device-shadow-document
            null state empties the shadow | {"reported":{"a":1},"desired":{"b":1}} | null                         | {}                                   | moto test_update_empty_state
            """)
    void an_update_merges(String rule, String before, String change, String after, String source) {
        update("{\"state\":" + before + "}");

        update("{\"state\":" + change + "}");

        JsonNode got = shadows.get(SATO);
        assertThat(withoutDelta(got)).isEqualTo(json(after));
        assertThat(shapeOf(got.path("metadata"))).isEqualTo(shapeOf(json(after)));
        assertThat(got.path("version").asLong()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "none", textBlock = """
            the same on both sides        | {"a":1}             | {"a":1}             | none             | moto test_delta_calculation
            another value                 | {"a":1}             | {"a":2}             | {"a":1}          | device-shadow-document
            missing in reported           | {"a":1,"b":2}       | {"a":1}             | {"b":2}          | device-shadow-document
            only in reported              | {"a":1}             | {"a":1,"b":2}       | none             | device-shadow-document
            the path is kept              | {"o":{"x":1,"y":2}} | {"o":{"x":1,"y":3}} | {"o":{"y":2}}    | device-shadow-document
            arrays are all or nothing     | {"a":[1,2]}         | {"a":[1,3]}         | {"a":[1,2]}      | device-shadow-document
            nothing reported              | {"a":1}             | {}                  | {"a":1}          | moto test_delta_calculation
            an empty object is missing    | {"a":1,"o":{}}      | {"a":1}             | {"o":{}}         | moto test_update_desired
            """)
    void the_delta_is_what_reported_lacks(String rule, String desired, String reported, String delta, String source) {
        update("{\"state\":{\"desired\":" + desired + ",\"reported\":" + reported + "}}");

        JsonNode got = shadows.get(SATO).path("state").path("delta");

        assertThat(got.isMissingNode() ? null : got).isEqualTo(delta == null ? null : json(delta));
        assertThat(published.topics().contains(PREFIX + "/update/delta")).isEqualTo(delta != null);
    }

    @Test
    void more_than_8_KB_of_state_are_refused_also_when_they_come_in_parts() {
        update("{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(5_000) + "\"}}}");

        ShadowRefusal refusal = refusalOf("{\"state\":{\"desired\":{\"a\":\"" + "y".repeat(5_000) + "\"}}}");

        assertThat(refusal.code()).isEqualTo(413);
        assertThat(refusal).hasMessage("The payload exceeds the maximum size allowed");
        assertThat(shadows.get(SATO).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void a_refused_update_changes_nothing() {
        update("{\"state\":{\"reported\":{\"kept\":true}}}");

        assertThat(refusalOf("{\"state\":{\"reported\":{\"kept\":false}},\"version\":7}"))
                .hasMessage("Version conflict");

        assertThat(withoutDelta(shadows.get(SATO))).isEqualTo(json("{\"reported\":{\"kept\":true}}"));
        assertThat(shadows.get(SATO).path("version").asLong()).isEqualTo(1);
        assertThat(published.topics()).hasSize(1);
    }

    @Test
    void the_first_version_is_1_and_each_accepted_update_adds_1() {
        assertThat(update("{\"state\":{\"reported\":{\"a\":1}}}")
                        .path("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(update("{\"state\":{\"reported\":{\"a\":1}},\"version\":1}")
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        assertThat(refusalOf("{\"state\":{},\"version\":1}").code()).isEqualTo(409);
    }

    @Test
    void a_version_for_a_shadow_that_does_not_exist_is_a_conflict() {
        assertThat(refusalOf("{\"state\":{\"reported\":{\"a\":1}},\"version\":1}")
                        .code())
                .isEqualTo(409);
    }

    @Test
    void metadata_tells_per_leaf_when_it_was_last_named() {
        update("{\"state\":{\"reported\":{\"a\":1,\"o\":{\"x\":1,\"l\":[1,2]}}}}");
        clock.advance(Duration.ofSeconds(10));

        update("{\"state\":{\"reported\":{\"o\":{\"x\":1}}}}");

        JsonNode reported = json(shadows.get(SATO).toString()).at("/metadata/reported");
        assertThat(reported.at("/a/timestamp").asLong()).isEqualTo(T0);
        assertThat(reported.at("/o/x/timestamp").asLong()).isEqualTo(T0 + 10);
        assertThat(reported.at("/o/l")).isEqualTo(json("[{\"timestamp\":%d},{\"timestamp\":%d}]".formatted(T0, T0)));
    }

    @Test
    void accepted_shows_only_what_the_request_named() {
        update("{\"state\":{\"reported\":{\"a\":1,\"b\":2}}}");
        clock.advance(Duration.ofSeconds(5));

        JsonNode accepted = update("{\"state\":{\"reported\":{\"b\":null}},\"clientToken\":\"t\"}");

        assertThat(accepted).isEqualTo(json("""
                {"state":{"reported":{"b":null}},"metadata":{"reported":{"b":{"timestamp":%d}}},
                 "version":2,"timestamp":%d,"clientToken":"t"}""".formatted(T0 + 5, T0 + 5)));
    }

    @Test
    void documents_show_the_whole_before_and_after() {
        update("{\"state\":{\"reported\":{\"a\":1}}}");
        clock.advance(Duration.ofSeconds(5));

        update("{\"state\":{\"reported\":{\"b\":2}},\"clientToken\":\"t\"}");

        assertThat(published.last(PREFIX + "/update/documents")).isEqualTo(json("""
                {"previous":{"state":{"reported":{"a":1}},"metadata":{"reported":{"a":{"timestamp":%1$d}}},"version":1},
                 "current":{"state":{"reported":{"a":1,"b":2}},
                            "metadata":{"reported":{"a":{"timestamp":%1$d},"b":{"timestamp":%2$d}}},"version":2},
                 "timestamp":%2$d,"clientToken":"t"}""".formatted(T0, T0 + 5)));
    }

    @Test
    void the_delta_message_holds_the_fields_directly_with_their_metadata() {
        update("{\"state\":{\"desired\":{\"o\":{\"x\":1,\"y\":2}},\"reported\":{\"o\":{\"x\":1}}}}");

        assertThat(published.last(PREFIX + "/update/delta")).isEqualTo(json("""
                        {"state":{"o":{"y":2}},"metadata":{"o":{"y":{"timestamp":%1$d}}},"version":1,"timestamp":%1$d}""".formatted(T0)));
    }

    @Test
    void a_missing_shadow_is_named_in_the_refusal() {
        ShadowRefusal classic = catchThrowableOfType(ShadowRefusal.class, () -> shadows.get(SATO));
        ShadowName named = ShadowName.named("sato", "buttons");
        ShadowRefusal other = catchThrowableOfType(ShadowRefusal.class, () -> shadows.delete(named));

        assertThat(classic).hasMessage("No shadow exists with name: 'sato'");
        assertThat(other).hasMessage("No shadow exists with name: 'buttons'");
        assertThat(other.code()).isEqualTo(404);
    }

    @Test
    void named_and_classic_shadows_of_a_thing_are_apart() {
        ShadowName buttons = ShadowName.named("sato", "buttons");
        update("{\"state\":{\"reported\":{\"a\":1}}}");

        shadows.update(buttons, "{\"state\":{\"reported\":{\"b\":1}}}".getBytes(StandardCharsets.UTF_8));

        assertThat(withoutDelta(shadows.get(SATO))).isEqualTo(json("{\"reported\":{\"a\":1}}"));
        assertThat(published.topics()).contains("$aws/things/sato/shadow/name/buttons/update/documents");
    }

    @Test
    void a_shadow_made_anew_within_48_hours_goes_on_counting() {
        update("{\"state\":{\"reported\":{\"a\":1}}}");
        update("{\"state\":{\"reported\":{\"a\":2}}}");
        assertThat(shadows.delete(SATO).path("version").asLong()).isEqualTo(2);
        clock.advance(Duration.ofHours(48).minusSeconds(1));

        assertThat(update("{\"state\":{\"reported\":{\"b\":1}}}")
                        .path("version")
                        .asLong())
                .isEqualTo(3);
        assertThat(withoutDelta(shadows.get(SATO))).isEqualTo(json("{\"reported\":{\"b\":1}}"));
    }

    @Test
    void a_shadow_made_anew_after_48_hours_counts_from_the_start() {
        update("{\"state\":{\"reported\":{\"a\":1}}}");
        shadows.delete(SATO);
        clock.advance(Duration.ofHours(48));

        assertThat(update("{\"state\":{\"reported\":{\"b\":1}}}")
                        .path("version")
                        .asLong())
                .isEqualTo(1);
    }

    private JsonNode update(String body) {
        return json(shadows.update(SATO, body.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private ShadowRefusal refusalOf(String body) {
        return catchThrowableOfType(ShadowRefusal.class, () -> update(body));
    }

    private static JsonNode withoutDelta(JsonNode got) {
        ObjectNode state = got.path("state").deepCopy();
        state.remove("delta");
        return state;
    }

    /** The tree with each leaf, be it a value or its stamp, replaced by a mark. */
    private static String shapeOf(JsonNode node) {
        if (node.isObject() && !node.has("timestamp")) {
            StringBuilder shape = new StringBuilder("{");
            node.properties().forEach(entry -> shape.append(entry.getKey()).append(shapeOf(entry.getValue())));
            return shape.append('}').toString();
        }
        StringBuilder elements = new StringBuilder(node.isArray() ? "[" : "*");
        if (node.isArray()) {
            node.forEach(element -> elements.append(shapeOf(element)));
        }
        return elements.toString();
    }
}
