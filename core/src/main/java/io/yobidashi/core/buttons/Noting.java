package io.yobidashi.core.buttons;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be written about the buttons of one person, and what has to wait: a button is written at most once a
 * {@link #PACE}, because the shadow's rate belongs to the calls.
 *
 * @param changed what the buttons are to say, by their ids; only those that change now
 * @param waiting what may not be written yet, in the order in which it was seen
 * @param pause when the first of it may be; zero where nothing waits
 */
public record Noting(Map<String, ButtonHealth> changed, List<Sighting> waiting, Duration pause) {
    public static final Duration PACE = Duration.ofMinutes(1);

    public Noting {
        changed = Map.copyOf(changed);
        waiting = List.copyOf(waiting);
    }

    /** @param known what the shadow says; a button that it does not know is {@link ButtonHealth#UNKNOWN} */
    public static Noting decide(Map<String, ButtonHealth> known, List<Sighting> sightings, Instant now) {
        Map<String, ButtonHealth> next = new LinkedHashMap<>();
        List<Sighting> waiting = new ArrayList<>();
        Duration pause = Duration.ZERO;
        for (Sighting sighting : sightings) {
            ButtonHealth held = known.getOrDefault(sighting.button(), ButtonHealth.UNKNOWN);
            Duration wait = wait(held, now);
            if (wait.isZero()) {
                next.merge(sighting.button(), held.seen(sighting), (before, alone) -> before.seen(sighting));
            } else if (!held.seen(sighting).equals(held)) {
                waiting.add(sighting);
                pause = pause.isZero() || wait.compareTo(pause) < 0 ? wait : pause;
            }
        }
        return new Noting(changed(known, next, now), waiting, pause);
    }

    private static Map<String, ButtonHealth> changed(
            Map<String, ButtonHealth> known, Map<String, ButtonHealth> next, Instant now) {
        Map<String, ButtonHealth> changed = new LinkedHashMap<>();
        next.forEach((button, health) -> {
            if (!health.equals(known.getOrDefault(button, ButtonHealth.UNKNOWN))) {
                changed.put(button, health.noted(now));
            }
        });
        return changed;
    }

    /** Never longer than {@link #PACE}: who wrote last may have had a clock that is ahead, or quite wrong. */
    private static Duration wait(ButtonHealth held, Instant now) {
        Duration since = Duration.between(held.notedAt(), now);
        if (since.abs().compareTo(PACE) >= 0) {
            return Duration.ZERO;
        }
        return since.isNegative() ? PACE : PACE.minus(since);
    }
}
