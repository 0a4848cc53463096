package io.yobidashi.core.buttons;

import io.yobidashi.core.message.Press;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one press tells about its button.
 *
 * @param at when it was pressed
 * @param test true for a press that meant a test
 * @param battery the charge left, 0 to 1; absent where the button does not tell
 * @param sequence the button's own number of the press; absent where it does not count
 */
public record Sighting(
        String button,
        Instant at,
        boolean test,
        @Nullable Double battery,
        @Nullable Long sequence) {

    public static Sighting of(Press press, boolean test) {
        return new Sighting(press.button(), press.at(), test, press.battery(), press.sequence());
    }
}
