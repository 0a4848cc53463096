package io.yobidashi.call;

import io.yobidashi.core.buttons.Noting;
import io.yobidashi.core.buttons.Sighting;
import io.yobidashi.core.handler.ButtonNotes;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.rules.Meaning;
import io.yobidashi.core.rules.Meanings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that what presses tell of their buttons is noted, away from the presses: nothing waits for it, and no failure
 * of it reaches them. What may not or can't be written yet is kept here, and gone with the process.
 */
public final class ButtonWatch {
    private static final Logger LOG = System.getLogger(ButtonWatch.class.getName());
    /** More of one button than this is not kept while nothing can be written; the newest are worth the most. */
    private static final int MOST = 100;

    private final ButtonNotes notes;
    private final Meanings meanings;
    private final Later later;
    /** By button; a button that is in here has its next look ahead. */
    private final Map<String, List<Sighting>> waiting = new HashMap<>();

    private boolean warned;

    /** @param later runs what it is given one after another, on a thread that may be blocked */
    public ButtonWatch(ButtonNotes notes, Meanings meanings, Later later) {
        this.notes = notes;
        this.meanings = meanings;
        this.later = later;
    }

    /** Takes in presses that were handled. Returns at once and never throws. */
    void handled(String person, List<Press> presses) {
        for (Press press : presses) {
            boolean test = meanings.of(press.click()) == Meaning.TEST;
            keep(person, press.button(), List.of(Sighting.of(press, test)), Duration.ZERO);
        }
    }

    private synchronized void keep(String person, String button, List<Sighting> sightings, Duration pause) {
        List<Sighting> held = waiting.get(button);
        if (held == null) {
            waiting.put(button, new ArrayList<>(sightings));
            later.run(() -> look(person, button), pause);
            return;
        }
        held.addAll(sightings);
        while (held.size() > MOST) {
            held.remove(0);
        }
    }

    private synchronized List<Sighting> taken(String button) {
        return waiting.remove(button);
    }

    private void look(String person, String button) {
        List<Sighting> sightings = taken(button);
        try {
            ButtonNotes.Left left = notes.note(person, sightings);
            warned = false;
            if (!left.sightings().isEmpty()) {
                keep(person, button, left.sightings(), left.pause());
            }
        } catch (DependencyAwayException e) {
            warn(button, e);
            keep(person, button, sightings, Noting.PACE);
        } catch (RuntimeException e) {
            // Such as a shadow that is too large: trying again would not help, and no press depends on it.
            warn(button, e);
        }
    }

    private void warn(String button, RuntimeException failure) {
        LOG.log(
                warned ? Level.DEBUG : Level.WARNING,
                "how button {0} is could not be noted: {1}",
                button,
                failure.getMessage());
        warned = true;
    }

    /** Runs something after a pause. */
    @FunctionalInterface
    public interface Later {
        void run(Runnable task, Duration pause);
    }
}
