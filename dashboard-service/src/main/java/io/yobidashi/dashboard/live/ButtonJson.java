package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.roster.Button;
import io.yobidashi.dashboard.board.ButtonBoard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A button as viewers get it. Every key is always there, null where nothing is known; instants in milliseconds. */
final class ButtonJson {
    private ButtonJson() {}

    static ObjectNode of(Button button, ButtonBoard board) {
        ButtonHealth health = board.health(button);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("person", button.person())
                .put("button", button.id());
        json.putObject("place")
                .put("ja", button.place().ja())
                .put("en", button.place().en());
        return json.put("battery", health.battery())
                .put("lastPress", millis(health.lastPress()))
                .put("lastTest", millis(health.lastTest()))
                .put("gaps", health.gaps())
                .put("version", board.version(button));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
