package io.yobidashi.ops.dlq;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in its largest unit: {@code 5s}, {@code 12m}, {@code 3h}, {@code 2d}. */
final class Age {
    private Age() {}

    static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.isNegative()) {
            return "0s";
        }
        if (age.toDays() > 0) {
            return age.toDays() + "d";
        }
        if (age.toHours() > 0) {
            return age.toHours() + "h";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m" : age.toSeconds() + "s";
    }
}
