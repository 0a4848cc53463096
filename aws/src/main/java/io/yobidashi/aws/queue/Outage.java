package io.yobidashi.aws.queue;

import io.yobidashi.aws.queue.ConsumerStatus.Away;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something is out of reach, told in the log once when it begins and once when it is over. Changed by one
 * thread, read by any. */
final class Outage {
    private static final Logger LOG = System.getLogger(Outage.class.getName());

    private final String what;
    private final Clock clock;
    private volatile @Nullable Away away;
    private volatile @Nullable Instant lastAnswer;

    Outage(String what, Clock clock) {
        this.what = what;
        this.clock = clock;
    }

    void failed(String reason) {
        if (away == null) {
            away = new Away(clock.instant(), reason);
            LOG.log(Level.WARNING, "{0}: out of reach, trying again until it is back: {1}", what, reason);
        }
    }

    void worked() {
        lastAnswer = clock.instant();
        Away over = away;
        if (over != null) {
            away = null;
            Duration lasted = Duration.between(over.since(), clock.instant());
            LOG.log(Level.INFO, "{0}: back after {1} s", what, lasted.toSeconds());
        }
    }

    boolean lasts() {
        return away != null;
    }

    @Nullable
    Instant lastAnswer() {
        return lastAnswer;
    }

    @Nullable
    Away away() {
        return away;
    }
}
