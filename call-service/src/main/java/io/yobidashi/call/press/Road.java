package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the road tells about a press beside its body. Where both speak, the road wins.
 *
 * @param id the sender's id of the press, absent where the road knows none
 * @param button the button's id, absent where the road does not name it
 * @param imsi the SIM that sent it, absent where the road does not know
 * @param click absent where the road does not tell
 * @param at when it was pressed
 */
public record Road(
        @Nullable String id,
        @Nullable String button,
        @Nullable String imsi,
        @Nullable Click click,
        Instant at) {

    /** A road that tells nothing but the time. */
    public static Road at(Instant at) {
        return new Road(null, null, null, null, at);
    }
}
