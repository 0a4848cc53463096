package io.yobidashi.core.rules;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.status.PersonStatus;
import java.util.List;

/** What follows from an event. */
public sealed interface Decision {
    Reason reason();

    /**
     * The status becomes {@code next}; its timers are to be sent before that is written.
     *
     * @param timers resets and reminders, each with its instant
     */
    record Change(PersonStatus next, List<Delayed> timers, Reason reason) implements Decision {
        public Change {
            timers = List.copyOf(timers);
        }
    }

    /** Nothing changes, and nothing is remembered. */
    record Stay(Reason reason) implements Decision {}
}
