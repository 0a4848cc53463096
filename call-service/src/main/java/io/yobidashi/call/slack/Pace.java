package io.yobidashi.call.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps to Slack's pace of one message per second, short bursts allowed (Slack's page on rate limits), in one copy of
 * the service; what several copies post together is left to Slack's own 429. Nobody waits here: there is a permit now,
 * or word of when there will be one.
 */
final class Pace {
    static final int BURST = 5;
    private static final Duration EACH = Duration.ofSeconds(1);

    private final Clock clock;
    /** When all permits will be there again: each one taken moves it on by a second. */
    private Instant full;

    Pace(Clock clock) {
        this.clock = clock;
        this.full = clock.instant();
    }

    /**
     * How long until there is a permit: zero when there is one now.
     *
     * @param reserve how many permits are to be left for what is more urgent
     */
    synchronized Duration untilNext(int reserve) {
        Instant now = clock.instant();
        Duration wait = Duration.between(now.plus(EACH.multipliedBy(BURST - (long) reserve)), next(now));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Takes a permit if there is one: zero, else how long until the next. */
    synchronized Duration take(int reserve) {
        Duration wait = untilNext(reserve);
        if (wait.isZero()) {
            full = next(clock.instant());
        }
        return wait;
    }

    private Instant next(Instant now) {
        return (full.isBefore(now) ? now : full).plus(EACH);
    }

    /** Slack wants silence for so long: no permit until then, and one per second after. */
    synchronized void rest(Duration silence) {
        Instant until = clock.instant().plus(silence).plus(EACH.multipliedBy(BURST - 1L));
        if (until.isAfter(full)) {
            full = until;
        }
    }
}
