package io.yobidashi.aws.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after each failure in a row: longer and longer up to a cap, and never all copies together. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration CAP = Duration.ofSeconds(2);

    private final RandomGenerator random;
    private Duration next = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between half of what it has come to and all of it. */
    Duration next() {
        long most = next.toMillis();
        next = most * 2 > CAP.toMillis() ? CAP : Duration.ofMillis(most * 2);
        return Duration.ofMillis(random.nextLong(most / 2, most + 1));
    }

    void reset() {
        next = FIRST;
    }
}
