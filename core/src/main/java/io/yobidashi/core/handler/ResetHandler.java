package io.yobidashi.core.handler;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Ends a state when its time is over, and only the one that the timer was made for. */
public final class ResetHandler {
    private final Transition transition;
    private final Shadows shadows;
    private final Rosters rosters;
    private final MessageSender sender;
    private final Clock clock;

    public ResetHandler(Transition transition, Shadows shadows, Rosters rosters, MessageSender sender, Clock clock) {
        this.transition = transition;
        this.shadows = shadows;
        this.rosters = rosters;
        this.sender = sender;
        this.clock = clock;
    }

    /** A reset that is not due yet hops on. */
    public Outcome handle(Reset reset) {
        Roster roster = rosters.current();
        return roster.person(reset.person())
                .map(person -> handle(person, reset, new Chains(shadows, roster)))
                .orElse(Outcome.STRANGER);
    }

    private Outcome handle(Person person, Reset reset, Chains chains) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (reset.until().isAfter(now)) {
            sender.send(List.of(Delayed.of(reset)));
            return Outcome.DONE;
        }
        Optional<Transition.Applied> applied = transition.apply(
                person, row -> List.of(new Event.ResetDue(now, reset, chain(person, row.status(), now, chains))));
        if (applied.isEmpty()) {
            return PressHandler.LOST_RACES;
        }
        if (applied.get().tookIn()) {
            sender.send(new Tell(reset.person(), reset.callId()));
        }
        return Outcome.DONE;
    }

    /** Only a booth that waits while a do not disturb is noted, or hours are over, asks for somebody else. */
    private static Chain chain(Person person, PersonStatus row, Instant now, Chains chains) {
        PersonStatus status = person.terms().effective(row, now);
        Call call = status.call();
        boolean needed = call != null && !call.waiting().isEmpty() && status.dnd() != null;
        return needed ? chains.of(row, now) : Chain.NONE;
    }
}
