package io.yobidashi.reset;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.time.Duration;

/**
 * How the sweep is to be.
 *
 * @param every from one sweep to the next: {@code YOBIDASHI_SWEEP_EVERY}, 30 s by default
 * @param grace how long past its end a state waits for its own timer: {@code YOBIDASHI_SWEEP_GRACE}, 2 min by default
 */
record SweepSettings(Duration every, Duration grace) {
    private static final String EVERY = "YOBIDASHI_SWEEP_EVERY";
    private static final String GRACE = "YOBIDASHI_SWEEP_GRACE";

    /** The scheduler's own limit. */
    private static final Duration MOST_OFTEN = Duration.ofSeconds(1);

    static SweepSettings of(Settings settings) {
        Duration every = settings.duration(EVERY, Duration.ofSeconds(30));
        if (every.compareTo(MOST_OFTEN) < 0) {
            throw new BadSettingException(EVERY, "is under 1s");
        }
        return new SweepSettings(every, settings.duration(GRACE, Duration.ofMinutes(2)));
    }
}
