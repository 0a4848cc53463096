package io.yobidashi.core.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant PRESSED = NOW.minusSeconds(2);

    @Test
    void a_press_is_noted_with_all_that_it_tells() {
        Noting noting = Noting.decide(Map.of(), List.of(press("B1", PRESSED, 0.5, 42L)), NOW);

        assertThat(noting.changed())
                .isEqualTo(Map.of("B1", new ButtonHealth(0.5, PRESSED, null, Counter.first(42), NOW)));
        assertThat(noting.waiting()).isEmpty();
        assertThat(noting.pause()).isZero();
    }

    @Test
    void a_test_is_a_press_too() {
        Sighting test = new Sighting("B1", PRESSED, true, null, null);

        assertThat(Noting.decide(Map.of(), List.of(test), NOW).changed().get("B1"))
                .isEqualTo(new ButtonHealth(null, PRESSED, PRESSED, null, NOW));
    }

    @Test
    void what_a_press_does_not_tell_stays_and_an_older_one_changes_no_time_and_no_charge() {
        ButtonHealth held = new ButtonHealth(0.75, PRESSED, PRESSED, Counter.first(7), NOW.minus(Noting.PACE));

        Noting silent = Noting.decide(Map.of("B1", held), List.of(press("B1", NOW, null, null)), NOW);
        Noting older = Noting.decide(Map.of("B1", held), List.of(press("B1", PRESSED.minusSeconds(1), 0.25, 9L)), NOW);

        assertThat(silent.changed().get("B1")).isEqualTo(new ButtonHealth(0.75, NOW, PRESSED, Counter.first(7), NOW));
        assertThat(older.changed().get("B1").battery()).isEqualTo(0.75);
        assertThat(older.changed().get("B1").lastPress()).isEqualTo(PRESSED);
        assertThat(older.changed().get("B1").gaps()).isEqualTo(1);
    }

    @Test
    void presses_that_came_together_are_noted_together_each_for_its_button() {
        List<Sighting> both =
                List.of(press("B1", PRESSED, 0.5, 1L), press("B2", PRESSED, 0.25, null), press("B1", NOW, 0.5, 3L));

        Noting noting = Noting.decide(Map.of(), both, NOW);

        assertThat(noting.changed()).containsOnlyKeys("B1", "B2");
        assertThat(noting.changed().get("B1").gaps()).isEqualTo(1);
        assertThat(noting.changed().get("B1").lastPress()).isEqualTo(NOW);
    }

    @Test
    void the_same_press_again_is_no_change() {
        List<Sighting> press = List.of(press("B1", PRESSED, 0.5, 42L));
        Map<String, ButtonHealth> known = Noting.decide(Map.of(), press, NOW).changed();

        for (Instant later : List.of(NOW, NOW.plusSeconds(30), NOW.plusSeconds(3600))) {
            Noting again = Noting.decide(known, press, later);
            assertThat(again.changed()).isEmpty();
            assertThat(again.waiting()).isEmpty();
        }
    }

    @ParameterizedTest(name = "written {0} s ago: waits {1} s")
    @CsvSource({"0, 60", "1, 59", "59, 1", "60, 0", "3600, 0", "-1, 60", "-59, 60", "-60, 0", "-86400, 0"})
    void a_button_is_written_once_a_minute_and_what_comes_between_waits(long ago, long wait) {
        Instant noted = NOW.minusSeconds(ago);
        Map<String, ButtonHealth> known =
                Map.of("B1", new ButtonHealth(1.0, NOW.minusSeconds(7200), null, null, noted));
        Sighting press = press("B1", PRESSED, 0.5, null);

        Noting noting = Noting.decide(known, List.of(press), NOW);

        assertThat(noting.pause()).isEqualTo(Duration.ofSeconds(wait));
        assertThat(noting.waiting()).isEqualTo(wait == 0 ? List.of() : List.of(press));
        assertThat(noting.changed()).hasSize(wait == 0 ? 1 : 0);
    }

    @Test
    void one_button_does_not_wait_for_another_and_the_pause_is_the_shortest() {
        Map<String, ButtonHealth> known = Map.of(
                "B1", new ButtonHealth(1.0, null, null, null, NOW.minusSeconds(10)),
                "B2", new ButtonHealth(1.0, null, null, null, NOW.minusSeconds(40)));
        List<Sighting> all = List.of(
                press("B1", PRESSED, null, null), press("B2", PRESSED, null, null), press("B3", PRESSED, null, null));

        Noting noting = Noting.decide(known, all, NOW);

        assertThat(noting.changed()).containsOnlyKeys("B3");
        assertThat(noting.waiting()).extracting(Sighting::button).containsExactly("B1", "B2");
        assertThat(noting.pause()).isEqualTo(Duration.ofSeconds(20));
    }

    private static Sighting press(String button, Instant at, Double battery, Long sequence) {
        return new Sighting(button, at, false, battery, sequence);
    }
}
