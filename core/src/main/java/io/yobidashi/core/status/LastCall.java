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
 * @param remains absent where an older version wrote it
 */
public record LastCall(
        String id,
        Outcome outcome,
        @Nullable String by,
        Instant at,
        @Nullable Remains remains) {

    public LastCall(String id, Outcome outcome, @Nullable String by, Instant at) {
        this(id, outcome, by, at, null);
    }

    public LastCall with(Remains newRemains) {
        return new LastCall(id, outcome, by, at, newRemains);
    }

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
