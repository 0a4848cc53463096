package io.yobidashi.aws.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessagesTest {
    private static final Instant AT = Instant.ofEpochMilli(1_763_928_000_000L);
    private static final String CALL = "01KAR0000000000000000000AB";
    private static final String ANSWER = "C0BOOTH:1763928000.000100:USATO";

    static Stream<Arguments> messages() {
        Instant end = Instant.ofEpochMilli(1_763_928_300_123L);
        Instant dndEnd = Instant.ofEpochMilli(1_763_931_600_000L);
        return Stream.of(
                Arguments.of(
                        "press",
                        new Press("beam-440103000000001-1763928000000", "G030PM0000000001", Click.SINGLE, AT, 0.75)),
                Arguments.of(
                        "press-counted",
                        new Press("440103000000001-42-2939880", "G030PM0000000001", Click.DOUBLE, AT, 1.0, 42L)),
                Arguments.of("press-plain", new Press(null, "G030PM0000000001", Click.LONG, AT, null)),
                Arguments.of(
                        "answer-ok",
                        new Answer(
                                ANSWER,
                                "USATO",
                                CALL,
                                Answer.Kind.OK,
                                "3 分",
                                AT.plusSeconds(180),
                                null,
                                null,
                                null,
                                "https://hooks.example/actions/1",
                                AT)),
                Arguments.of("answer-ok-text", Answer.ok(ANSWER, "USATO", null, AT)),
                Arguments.of(
                        "answer-thread",
                        new Answer(
                                ANSWER,
                                "USATO",
                                null,
                                "1763927990.000200",
                                Answer.Kind.OK,
                                null,
                                null,
                                null,
                                null,
                                null,
                                "slack:C0BOOTH:1763927990.000200",
                                AT)),
                Arguments.of("answer-cannot", answer(CALL, Answer.Kind.CANNOT, null, null, null)),
                Arguments.of("answer-dnd-on", answer(null, Answer.Kind.DND_ON, dndEnd, "tanaka", "lunch")),
                Arguments.of("answer-dnd-off", answer(null, Answer.Kind.DND_OFF, null, null, null)),
                Arguments.of("reset-calling", new Reset("sato", CALL, 1, State.CALLING, end)),
                Arguments.of("reset-running", new Reset("sato", CALL, 2, State.RUNNING, end)),
                Arguments.of("reset-dnd", new Reset("sato", null, 0, State.DND, dndEnd)),
                Arguments.of("reminder", new Reminder("sato", CALL, 1, 1, Instant.ofEpochMilli(1_763_928_030_123L))),
                Arguments.of("tell", new Tell("sato", CALL)),
                Arguments.of("tell-no-call", new Tell("sato", null)));
    }

    private static Answer answer(String callId, Answer.Kind kind, Instant until, String standIn, String reason) {
        return new Answer(ANSWER, "USATO", callId, kind, null, null, until, standIn, reason, null, AT);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void each_message_has_the_form_of_its_golden_file(String golden, Message message) throws JsonProcessingException {
        assertThat(Golden.MAPPER.readTree(JsonMessages.encode(message))).isEqualTo(Golden.tree(golden));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void each_golden_file_is_understood(String golden, Message message) {
        assertThat(JsonMessages.decode(Golden.tree(golden).toString())).isEqualTo(message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void unknown_fields_and_nulls_are_ignored(String golden, Message message) {
        ObjectNode tree = Golden.tree(golden).put("schema", 2);
        tree.putObject("later").put("x", 1);
        for (String optional : new String[] {"callId", "battery", "sequence", "note"}) {
            if (!tree.has(optional)) {
                tree.putNull(optional);
            }
        }

        assertThat(JsonMessages.decode(tree.toString())).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "press, type",
        "press, button",
        "press, click",
        "press, at",
        "answer-ok, id",
        "answer-ok, user",
        "answer-ok, kind",
        "answer-ok, at",
        "answer-dnd-on, until",
        "reset-calling, person",
        "reset-calling, round",
        "reset-calling, state",
        "reset-calling, until",
        "reminder, person",
        "reminder, callId",
        "reminder, round",
        "reminder, step",
        "reminder, due",
        "tell, person"
    })
    void a_missing_field_is_refused_by_its_name(String golden, String field) {
        ObjectNode tree = Golden.tree(golden);
        tree.remove(field);

        refused(tree, "'" + field + "' is missing");
    }

    static Stream<Arguments> wrongs() {
        return Stream.of(
                Arguments.of("press", "type", "\"parcel\"", "'type' is none of the names known"),
                Arguments.of("press", "button", "7", "'button' is no text"),
                Arguments.of("press", "click", "\"single\"", "'click' is none of the names known"),
                Arguments.of("press", "at", "\"2026-01-01\"", "'at' is no whole number"),
                Arguments.of("press", "at", "1.5", "'at' is no whole number"),
                Arguments.of("press", "at", "-1", "'at' is out of range"),
                Arguments.of("press", "at", "99999999999999999999", "'at' is no whole number"),
                Arguments.of("press", "battery", "\"full\"", "'battery' is no number"),
                Arguments.of("press", "sequence", "\"first\"", "'sequence' is no whole number"),
                Arguments.of("press", "sequence", "-1", "'sequence' is out of range"),
                Arguments.of("answer-ok", "kind", "\"maybe\"", "'kind' is none of the names known"),
                Arguments.of("answer-ok", "note", "{}", "'note' is no text"),
                Arguments.of("reset-calling", "state", "\"CALLING\"", "'state' is none of the names known"),
                Arguments.of("reset-calling", "round", "-1", "'round' is out of range"),
                Arguments.of("reminder", "step", "4", "'step' is out of range"),
                Arguments.of("reminder", "round", "3000000000", "'round' is out of range"));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void a_wrong_field_is_refused_by_its_name(String golden, String field, String json, String reason)
            throws JsonProcessingException {
        JsonNode wrong = Golden.MAPPER.readTree(json);

        refused(Golden.tree(golden).set(field, wrong), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "[1]", "\"secret\"", "null", "{\"type\":\"tell\"", "{} {}"})
    void what_is_no_object_is_refused_without_its_text(String body) {
        assertThatThrownBy(() -> JsonMessages.decode(body))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_body_has_only_characters_that_every_queue_takes() {
        Answer answer = Answer.ok(ANSWER, "USATO", "\uFFFE3 分\u0001", AT);

        String body = JsonMessages.encode(answer);

        assertThat(body).isPrintable().isASCII();
        assertThat(JsonMessages.decode(body)).isEqualTo(answer);
    }

    private static void refused(JsonNode tree, String reason) {
        assertThatThrownBy(() -> JsonMessages.decode(tree.toString()))
                .isInstanceOfSatisfying(UnreadableMessageException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }
}
