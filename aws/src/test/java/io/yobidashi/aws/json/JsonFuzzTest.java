package io.yobidashi.aws.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What lies in queues and shadows, and what faults and strangers make of it. */
class JsonFuzzTest {
    private static final List<String> MESSAGES = golden(
            "press",
            "press-counted",
            "press-plain",
            "answer-ok",
            "answer-thread",
            "answer-dnd-on",
            "reset-calling",
            "reset-dnd",
            "reminder",
            "tell",
            "tell-no-call");
    private static final List<String> SHADOWS =
            golden("shadow-nobody", "shadow-idle", "shadow-calling", "shadow-dnd", "shadow-running", "shadow-empty");
    private static final List<String> BUTTONS = golden("buttons");

    @Property(shrinking = ShrinkingMode.OFF)
    void messages_are_read_or_refused(@ForAll("messages") String body) {
        Parsing.refusesOnlyBy(UnreadableMessageException.class, () -> JsonMessages.encode(JsonMessages.decode(body)));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void shadows_are_read_or_refused(@ForAll("shadows") JsonNode reported) {
        Parsing.refusesOnlyBy(UnreadableShadowException.class, () -> ShadowJson.decode("sato", reported));
    }

    /** These are never refused: what makes no sense is left out. */
    @Property(shrinking = ShrinkingMode.OFF)
    void shadows_of_buttons_are_read(@ForAll("buttons") JsonNode reported) {
        Parsing.refusesOnlyBy(Never.class, () -> ButtonsJson.patch(ButtonsJson.decode(reported)));
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.randomValue(random -> Mutants.text(random, MESSAGES));
    }

    @Provide
    Arbitrary<JsonNode> shadows() {
        return Arbitraries.randomValue(random -> tree(Mutants.text(random, SHADOWS)));
    }

    @Provide
    Arbitrary<JsonNode> buttons() {
        return Arbitraries.randomValue(random -> tree(Mutants.text(random, BUTTONS)));
    }

    private static List<String> golden(String... names) {
        return Stream.of(names).map(name -> Golden.tree(name).toString()).toList();
    }

    /** The shadow service keeps JSON only. */
    private static JsonNode tree(String json) {
        try {
            return Golden.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return Golden.MAPPER.missingNode();
        }
    }

    private static final class Never extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
