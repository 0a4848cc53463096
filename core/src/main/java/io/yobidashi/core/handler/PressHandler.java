package io.yobidashi.core.handler;

import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.status.PersonStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a press does: timers, shadow, and word to whoever tells Slack. Harmless when repeated. However slow Slack is, no
 * press waits for it.
 */
public final class PressHandler {
    static final Outcome LOST_RACES = new Outcome.Retry(Duration.ofMillis(500), "lost the race for the shadow");

    private final Transition transition;
    private final Shadows shadows;
    private final Rosters rosters;
    private final MessageSender sender;
    private final Meanings meanings;
    private final Clock clock;

    public PressHandler(
            Transition transition,
            Shadows shadows,
            Rosters rosters,
            MessageSender sender,
            Meanings meanings,
            Clock clock) {
        this.transition = transition;
        this.shadows = shadows;
        this.rosters = rosters;
        this.sender = sender;
        this.meanings = meanings;
        this.clock = clock;
    }

    /**
     * Handles presses of one person's buttons that were received together, as one write.
     *
     * @param presses each with its id
     * @return what is to become of each of them
     */
    public Outcome handle(String person, List<Press> presses) {
        Roster roster = rosters.current();
        return roster.person(person)
                .map(called -> handle(called, presses, new Chains(shadows, roster)))
                .orElse(Outcome.STRANGER);
    }

    private Outcome handle(Person person, List<Press> presses, Chains chains) {
        Optional<Transition.Applied> applied = transition.apply(person, row -> events(person, row, presses, chains));
        if (applied.isEmpty()) {
            return LOST_RACES;
        }
        applied.filter(Transition.Applied::needsWord).ifPresent(done -> sender.send(done.word()));
        return Outcome.DONE;
    }

    private List<Event> events(Person person, ShadowRow row, List<Press> presses, Chains chains) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean needed = needsChain(person.terms().effective(row.status(), now));
        Chain chain = needed ? chains.of(row.status(), now) : Chain.NONE;
        return presses.stream()
                .<Event>map(press -> new Event.Pressed(
                        Objects.requireNonNull(press.id(), "the door or the queue gives each press an id"),
                        now,
                        press.button(),
                        press.click(),
                        press.at(),
                        chain,
                        meanings.of(press.click())))
                .toList();
    }

    /** Only a press during do not disturb asks for somebody else. */
    private static boolean needsChain(PersonStatus status) {
        return status.dnd() != null && status.call() == null;
    }
}
