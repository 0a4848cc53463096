package io.yobidashi.core.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the call before ended.
 *
 * @param by who came; absent where nobody did
 */
public record LastCall(String id, Outcome outcome, @Nullable String by, Instant at) {

    /** How a call ends. */
    public enum Outcome {
        /** Somebody was on the way. */
        ANSWERED,
        /** The time was over before anybody answered. */
        UNANSWERED,
        /** Everybody who could be asked declined. */
        NOBODY;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Outcome> ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.wire().equals(wire))
                    .findFirst();
        }
    }
}
