package io.yobidashi.core.handler;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Asks again while nobody has answered: the same person, the next one, the group. Whoever tells Slack gets word of it.
 * However slow Slack is, no reminder waits for it.
 */
public final class ReminderHandler {
    private final Transition transition;
    private final Shadows shadows;
    private final Rosters rosters;
    private final MessageSender sender;
    private final Clock clock;

    public ReminderHandler(Transition transition, Shadows shadows, Rosters rosters, MessageSender sender, Clock clock) {
        this.transition = transition;
        this.shadows = shadows;
        this.rosters = rosters;
        this.sender = sender;
        this.clock = clock;
    }

    /** A reminder that is not due yet hops on. */
    public Outcome handle(Reminder reminder) {
        Roster roster = rosters.current();
        return roster.person(reminder.person())
                .map(person -> handle(person, reminder, new Chains(shadows, roster)))
                .orElse(Outcome.STRANGER);
    }

    private Outcome handle(Person person, Reminder reminder, Chains chains) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (reminder.due().isAfter(now)) {
            sender.send(List.of(Delayed.of(reminder)));
            return Outcome.DONE;
        }
        Optional<Transition.Applied> applied = transition.apply(
                person, row -> List.of(new Event.ReminderDue(now, reminder, chains.of(row.status(), now))));
        if (applied.isEmpty()) {
            return PressHandler.LOST_RACES;
        }
        applied.filter(Transition.Applied::tookIn).ifPresent(done -> sender.send(done.word()));
        return Outcome.DONE;
    }
}
