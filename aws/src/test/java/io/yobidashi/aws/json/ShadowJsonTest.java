package io.yobidashi.aws.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.status.PersonStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowJsonTest {
    private static final List<String> GOLDEN =
            List.of("shadow-idle", "shadow-calling", "shadow-running", "shadow-nobody", "shadow-dnd");

    static Stream<String> golden() {
        return GOLDEN.stream();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void a_golden_document_is_read_and_written_as_it_is(String golden) {
        ObjectNode document = Golden.tree(golden);

        PersonStatus status = ShadowJson.decode("sato", document);

        assertThat(written(status)).isEqualTo(document);
    }

    @Test
    void a_calling_document_says_all_that_it_holds() {
        PersonStatus status = ShadowJson.decode("sato", Golden.tree("shadow-calling"));

        assertThat(status.person()).isEqualTo("sato");
        assertThat(status.call().asked().people()).containsExactly("sato", "tanaka", "*");
        assertThat(status.call().asked().declined()).containsExactly("sato");
        assertThat(status.call().ledger().ordered()).isEqualTo(3);
        assertThat(status.call().ledger().accepted()).isEqualTo(2);
        assertThat(status.call().ledger().claim()).isEqualTo("c-1");
        assertThat(status.call().waiting()).containsExactly("G030PM0000000009");
        assertThat(status.until().toEpochMilli()).isEqualTo(1_763_928_300_123L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"schema\":1}", "null", "{\"firmware\":\"7\"}"})
    void a_document_without_anything_of_ours_is_idle(String json) throws JsonProcessingException {
        assertThat(ShadowJson.decode("sato", Golden.MAPPER.readTree(json))).isEqualTo(PersonStatus.unknown("sato"));
        assertThat(ShadowJson.decode("sato", MissingNode.getInstance())).isEqualTo(PersonStatus.unknown("sato"));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void unknown_keys_are_ignored(String golden) {
        ObjectNode document = Golden.tree(golden);
        PersonStatus plain = ShadowJson.decode("sato", document);
        document.put("later", 7).putObject("more").put("x", true);
        document.withObject(JsonPointer.compile("/last")).put("later", 7);

        PersonStatus status = ShadowJson.decode("sato", withLast(golden, document));

        assertThat(status).isEqualTo(plain);
    }

    private static ObjectNode withLast(String golden, ObjectNode document) {
        if (!Golden.tree(golden).has("last")) {
            document.remove("last");
        }
        return document;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "shadow-calling, /state, 7, 'state' is no text",
                "shadow-calling, /state, \"busy\", 'state' is none of the names known",
                "shadow-calling, /schema, 2, 'schema' is not 1",
                "shadow-calling, /call, 7, 'call' is no object",
                "shadow-calling, /call/id, null, 'call.id' is missing",
                "shadow-calling, /call/asked, true, 'call.asked' is no list of texts",
                "shadow-calling, /call/asked, [], 'call.asked' is missing",
                "shadow-calling, /call/asked, [1], 'call.asked' is no list of texts",
                "shadow-calling, /call/presses, 0, 'call.presses' is out of range",
                "shadow-nobody, /call/nobody, 1, 'call.nobody' is neither true nor false",
                "shadow-calling, /until, null, a status that is calling lacks what belongs to it",
                "shadow-calling, /call, null, a status that is calling lacks what belongs to it",
                "shadow-running, /call/by, null, a running call tells who is coming",
                "shadow-dnd, /dnd/until, \"soon\", 'dnd.until' is no whole number",
                "shadow-dnd, /last/outcome, \"won\", 'last.outcome' is none of the names known",
                "shadow-idle, /recent, \"abc\", digests come in pieces of 8 characters",
                "shadow-idle, /state, null, 'state' is missing"
            })
    void a_document_that_makes_no_sense_is_refused_by_the_key(String golden, String pointer, String json, String reason)
            throws JsonProcessingException {
        ObjectNode document = Golden.tree(golden);
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode wrong = json == null ? JsonNodeFactory.instance.nullNode() : Golden.MAPPER.readTree(json);
        ((ObjectNode) document.at(at.head())).set(at.last().getMatchingProperty(), wrong);

        assertThatThrownBy(() -> ShadowJson.decode("sato", document))
                .isInstanceOf(UnreadableShadowException.class)
                .hasMessage("the shadow of 'sato' can't be read: " + reason);
    }

    static Stream<Arguments> pairs() {
        List<String> all = new ArrayList<>(GOLDEN);
        all.add("shadow-empty");
        return all.stream().flatMap(before -> GOLDEN.stream().map(next -> Arguments.of(before, next)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void merging_an_update_into_any_document_gives_what_was_to_be_said(String from, String to) {
        ObjectNode before = Golden.tree(from).put("firmware", "7");
        PersonStatus next = ShadowJson.decode("sato", Golden.tree(to));

        ObjectNode merged = ShadowMerge.merge(before, ShadowJson.patch(ShadowJson.decode("sato", before), next));

        assertThat(ShadowJson.decode("sato", merged)).isEqualTo(next);
        assertThat(merged.remove("firmware").textValue()).isEqualTo("7");
        assertThat(merged).isEqualTo(Golden.tree(to));
    }

    @Test
    void merging_updates_gives_what_was_to_be_said_whatever_went_before() {
        Random random = new Random(42);
        ObjectNode document = ShadowJson.empty();
        for (int i = 0; i < 2_000; i++) {
            PersonStatus before = ShadowJson.decode("sato", document);
            PersonStatus next = RandomStatus.next(random);

            document = ShadowMerge.merge(document, ShadowJson.patch(before, next));

            assertThat(ShadowJson.decode("sato", document)).as("step %d", i).isEqualTo(next);
        }
    }

    @Test
    void an_update_does_not_state_a_call_id_and_a_claim_that_stay() {
        PersonStatus before = ShadowJson.decode("sato", Golden.tree("shadow-calling"));

        ObjectNode patch = ShadowJson.patch(before, before.with(before.call().repeated()));

        assertThat(patch.path("call").has("id")).isFalse();
        assertThat(patch.path("call").has("claim")).isFalse();
        assertThat(patch.path("call").path("presses").asInt()).isEqualTo(3);
    }

    @Test
    void an_update_states_a_new_claim_and_takes_back_an_old_one() {
        PersonStatus before = ShadowJson.decode("sato", Golden.tree("shadow-dnd"));
        PersonStatus released =
                before.noting(before.dnd().with(before.dnd().missed().releasedBy("c-2")));
        PersonStatus claimed =
                before.noting(before.dnd().with(before.dnd().missed().claimedBy("c-3")));

        assertThat(ShadowJson.patch(before, released).at("/dnd/claim").isNull()).isTrue();
        assertThat(ShadowJson.patch(before, claimed).at("/dnd/claim").textValue())
                .isEqualTo("c-3");
    }

    @Test
    void the_fullest_document_is_within_the_limits_of_the_shadow_service() {
        PersonStatus status = RandomStatus.fullest();

        ObjectNode document = written(status);

        assertThat(document.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(8 * 1024);
        assertThat(depth(document) + 1).as("with 'reported' around it").isLessThanOrEqualTo(5);
    }

    private static ObjectNode written(PersonStatus status) {
        return ShadowMerge.merge(ShadowJson.empty(), ShadowJson.patch(PersonStatus.unknown("sato"), status));
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }
}
