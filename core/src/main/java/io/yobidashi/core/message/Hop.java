package io.yobidashi.core.message;

import java.time.Duration;
import java.time.Instant;

/** How long a queue shall hold a message that is due later. */
public final class Hop {
    /** The longest delay that SQS takes for one message. */
    public static final Duration SQS_LIMIT = Duration.ofSeconds(900);

    private Hop() {}

    /**
     * The delay of the next hop in whole seconds, as SQS takes it: what is left, at most {@code limit}, rounded up so
     * that a message does not come too early and hop once more. Zero for what is due.
     */
    public static int seconds(Instant now, Instant due, Duration limit) {
        if (!due.isAfter(now)) {
            return 0;
        }
        if (!due.isBefore(now.plus(limit))) {
            return Math.toIntExact(Math.max(1, limit.toSeconds()));
        }
        Duration left = Duration.between(now, due);
        return Math.toIntExact(left.plusMillis(999).toSeconds());
    }
}
