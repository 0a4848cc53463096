package io.yobidashi.core.handler;

import io.yobidashi.core.buttons.Noting;
import io.yobidashi.core.buttons.Sighting;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Notes how the buttons are: read, decide, write with the version that was read. Harmless when repeated. */
public final class ButtonNotes {
    private static final Duration AFTER_LOST_RACES = Duration.ofSeconds(1);

    private final ButtonShadows shadows;
    private final Clock clock;

    public ButtonNotes(ButtonShadows shadows, Clock clock) {
        this.shadows = shadows;
        this.clock = clock;
    }

    /**
     * Writes what may be written now.
     *
     * @param sightings presses of one person's buttons
     * @return what is left to be noted, and after which pause
     */
    public Left note(String person, List<Sighting> sightings) {
        for (int race = 0; race < Transition.MAX_RACES; race++) {
            ButtonsRow before = shadows.read(person);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Noting noting = Noting.decide(before.buttons(), sightings, now);
            if (noting.changed().isEmpty() || shadows.write(before, noting.changed()) instanceof WriteResult.Written) {
                return new Left(noting.waiting(), noting.pause());
            }
        }
        return new Left(sightings, AFTER_LOST_RACES);
    }

    /** What is not noted yet, and when it may be. */
    public record Left(List<Sighting> sightings, Duration pause) {}
}
