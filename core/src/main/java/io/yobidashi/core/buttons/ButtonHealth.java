package io.yobidashi.core.buttons;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one button is, as far as its presses tell.
 *
 * @param battery the charge left, 0 to 1; absent where the button never told
 * @param lastPress when it was pressed last, tests included; absent before the first press
 * @param lastTest when it was pressed last for a test
 * @param counter absent where the button does not number its presses
 * @param notedAt when this was written, by our clock; the epoch before the first time
 */
public record ButtonHealth(
        @Nullable Double battery,
        @Nullable Instant lastPress,
        @Nullable Instant lastTest,
        @Nullable Counter counter,
        Instant notedAt) {
    public static final ButtonHealth UNKNOWN = new ButtonHealth(null, null, null, null, Instant.EPOCH);

    /** How many presses of the button never came. */
    public int gaps() {
        return counter == null ? 0 : counter.gaps();
    }

    /** With one more press taken in, in any order; the same press again changes nothing. */
    ButtonHealth seen(Sighting sighting) {
        boolean newest = lastPress == null || !sighting.at().isBefore(lastPress);
        return new ButtonHealth(
                newest && sighting.battery() != null ? sighting.battery() : battery,
                later(lastPress, sighting.at()),
                sighting.test() ? later(lastTest, sighting.at()) : lastTest,
                counted(sighting),
                notedAt);
    }

    ButtonHealth noted(Instant at) {
        return new ButtonHealth(battery, lastPress, lastTest, counter, at);
    }

    private @Nullable Counter counted(Sighting sighting) {
        if (sighting.sequence() == null) {
            return counter;
        }
        if (counter == null || lastPress == null) {
            return Counter.first(sighting.sequence());
        }
        return counter.plus(sighting.sequence(), Duration.between(lastPress, sighting.at()));
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
