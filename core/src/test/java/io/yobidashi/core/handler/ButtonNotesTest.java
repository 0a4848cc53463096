package io.yobidashi.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.buttons.Noting;
import io.yobidashi.core.buttons.Sighting;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.testing.InMemoryButtonShadows;
import io.yobidashi.core.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ButtonNotesTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final InMemoryButtonShadows shadows = new InMemoryButtonShadows();
    private final ButtonNotes notes = new ButtonNotes(shadows, clock);

    @Test
    void the_very_first_press_creates_the_shadow() {
        ButtonNotes.Left left = notes.note("sato", List.of(press("B1", 1)));

        assertThat(left).isEqualTo(new ButtonNotes.Left(List.of(), Duration.ZERO));
        assertThat(health("B1").lastPress()).isEqualTo(clock.instant());
    }

    @Test
    void a_button_is_written_once_a_minute_and_nothing_is_forgotten_meanwhile() {
        notes.note("sato", List.of(press("B1", 1)));
        clock.advance(Duration.ofSeconds(20));
        ButtonNotes.Left left = notes.note("sato", List.of(press("B1", 2), press("B1", 4)));

        assertThat(shadows.writes()).isEqualTo(1);
        assertThat(left.pause()).isEqualTo(Duration.ofSeconds(40));
        clock.advance(left.pause());
        assertThat(notes.note("sato", left.sightings()).sightings()).isEmpty();
        assertThat(shadows.writes()).isEqualTo(2);
        assertThat(health("B1").gaps()).isEqualTo(1);
    }

    @Test
    void who_is_faster_wins_and_it_is_decided_again() {
        notes.note("sato", List.of(press("B1", 1)));
        clock.advance(Noting.PACE);
        shadows.beforeNextWrite(() -> {
            ButtonsRow row = shadows.read("sato");
            shadows.write(row, Map.of("B2", health("B1")));
        });

        notes.note("sato", List.of(press("B1", 2)));

        assertThat(shadows.read("sato").buttons()).containsOnlyKeys("B1", "B2");
        assertThat(health("B1").counter().last()).isEqualTo(2);
    }

    @Test
    void who_loses_every_race_keeps_all_for_later() {
        notes.note("sato", List.of(press("B1", 1)));
        clock.advance(Noting.PACE);
        loseRaces(Transition.MAX_RACES);
        List<Sighting> press = List.of(press("B1", 2));

        ButtonNotes.Left left = notes.note("sato", press);

        assertThat(left.sightings()).isEqualTo(press);
        assertThat(left.pause()).isPositive();
    }

    private void loseRaces(int races) {
        if (races > 0) {
            shadows.beforeNextWrite(() -> {
                shadows.write(shadows.read("sato"), Map.of("rival", health("B1")));
                loseRaces(races - 1);
            });
        }
    }

    private ButtonHealth health(String button) {
        return shadows.read("sato").buttons().get(button);
    }

    private Sighting press(String button, long sequence) {
        return new Sighting(button, clock.instant(), false, 0.5, sequence);
    }
}
