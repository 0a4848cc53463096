package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.buttons.Counter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reported section of a person's named shadow of buttons: one key for each button's id. A reader leaves out what it
 * does not know and what makes no sense: how a button was is never worth more than the call that it makes.
 */
public final class ButtonsJson {
    private static final int SCHEMA = 1;

    private ButtonsJson() {}

    /** All that an empty shadow holds; no button, since that would be an object. */
    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    }

    /** @param reported null and missing count as empty */
    public static Map<String, ButtonHealth> decode(JsonNode reported) {
        Map<String, ButtonHealth> buttons = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : reported.properties()) {
            if (entry.getValue().isObject()) {
                health(new Fields(entry.getValue(), "")).ifPresent(health -> buttons.put(entry.getKey(), health));
            }
        }
        return buttons;
    }

    /** The update that makes these buttons say this when it is merged: all keys of theirs, absent ones as null. */
    public static ObjectNode patch(Map<String, ButtonHealth> buttons) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        buttons.forEach((id, health) -> patch.set(id, tree(health)));
        return patch;
    }

    private static ObjectNode tree(ButtonHealth health) {
        Counter counter = health.counter();
        return JsonNodeFactory.instance
                .objectNode()
                .put("battery", health.battery())
                .put("lastPress", millis(health.lastPress()))
                .put("lastTest", millis(health.lastTest()))
                .put("seq", counter == null ? null : (Long) counter.last())
                .put("seen", counter == null ? null : (Long) counter.seen())
                .put("gaps", counter == null ? null : (Integer) counter.gaps())
                .put("notedAt", millis(health.notedAt()));
    }

    private static Optional<ButtonHealth> health(Fields fields) {
        try {
            return Optional.of(new ButtonHealth(
                    fields.numberOrNull("battery"),
                    fields.instantOrNull("lastPress"),
                    fields.instantOrNull("lastTest"),
                    counter(fields),
                    fields.instant("notedAt")));
        } catch (BadFieldException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Counter counter(Fields fields) {
        Long last = fields.wholeOrNull("seq");
        Long seen = fields.wholeOrNull("seen");
        if (last == null) {
            return null;
        }
        return new Counter(last, seen == null ? Counter.first(last).seen() : seen, fields.countOrZero("gaps"));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
