package io.yobidashi.core.message;

import io.yobidashi.core.status.Click;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A button was pressed.
 *
 * @param id the sender's id of this press, the same when it is sent again; absent where the sender has none: the
 *     queue's message id then stands for it
 * @param button the button's id, as the roster has it
 * @param at when it was pressed
 * @param battery the charge left, 0 to 1; absent where the button does not tell
 * @param sequence the button's own number of the press, one more each time; absent where the button does not count
 */
public record Press(
        @Nullable String id,
        String button,
        Click click,
        Instant at,
        @Nullable Double battery,
        @Nullable Long sequence) implements Message {

    /** A press of a button that does not count. */
    public Press(@Nullable String id, String button, Click click, Instant at, @Nullable Double battery) {
        this(id, button, click, at, battery, null);
    }

    /** The same press under the id that the queue gave it, where the sender gave none. */
    public Press orId(String messageId) {
        return id != null ? this : new Press(messageId, button, click, at, battery, sequence);
    }
}
