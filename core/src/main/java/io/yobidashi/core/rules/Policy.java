package io.yobidashi.core.rules;

import java.time.Duration;
import java.util.List;

/**
 * How long things may last. All durations count from the instant of handling.
 *
 * @param calling how long a call may stay unanswered
 * @param running how long somebody may be on the way
 * @param remindAfter when the one asked is asked again
 * @param standInAfter when the next in the chain is asked
 * @param groupAfter when the group is asked; one beyond {@code calling} never fires
 */
public record Policy(
        Duration calling, Duration running, Duration remindAfter, Duration standInAfter, Duration groupAfter) {
    /** How long after the time that somebody named the call stays on the board. */
    public static final Duration AFTER_ETA = Duration.ofMinutes(2);

    public static final Policy DEFAULT = new Policy(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(120));

    /** The delays of the reminders, the first one's step being 1. */
    List<Duration> reminders() {
        return List.of(remindAfter, standInAfter, groupAfter);
    }
}
