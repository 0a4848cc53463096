package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an answer does, by whatever road it came: timers, shadow, then word to whoever tells Slack. */
public final class AnswerHandler {
    private static final Outcome BEING_POSTED =
            new Outcome.Retry(Duration.ofSeconds(1), "the message that is meant is just being posted");

    private final Transition transition;
    private final Shadows shadows;
    private final Rosters rosters;
    private final MessageSender sender;
    private final Replies replies;
    private final Clock clock;

    public AnswerHandler(
            Transition transition,
            Shadows shadows,
            Rosters rosters,
            MessageSender sender,
            Replies replies,
            Clock clock) {
        this.transition = transition;
        this.shadows = shadows;
        this.rosters = rosters;
        this.sender = sender;
        this.replies = replies;
        this.clock = clock;
    }

    public Outcome handle(Answer answer) {
        Roster roster = rosters.current();
        return roster.personOnSlack(answer.user())
                .map(author -> new OneAnswer(answer, author, roster).handle())
                .orElseGet(() -> replied(answer, new Reply.Stranger()));
    }

    private Outcome replied(Answer answer, Reply reply) {
        replies.reply(answer, reply);
        return Outcome.DONE;
    }

    /** One answer and the roster that it is handled by. */
    private final class OneAnswer {
        private final Answer answer;
        private final Person author;
        private final Roster roster;
        private final Chains chains;

        private OneAnswer(Answer answer, Person author, Roster roster) {
            this.answer = answer;
            this.author = author;
            this.roster = roster;
            this.chains = new Chains(shadows, roster);
        }

        private Outcome handle() {
            return switch (answer.kind()) {
                case OK, CANNOT -> forCall();
                case DND_ON -> dndOn();
                case DND_OFF -> onRow(author, (status, now) -> new Event.DndOff(answer.id(), now));
            };
        }

        private Outcome forCall() {
            OpenCalls.Match match = new OpenCalls(shadows, roster).find(answer, author);
            if (match instanceof OpenCalls.Match.One one) {
                Person called = roster.person(one.row().person()).orElseThrow();
                return onRow(called, (status, now) -> event(one.row(), status, now));
            }
            if (match instanceof OpenCalls.Match.NotYet) {
                return BEING_POSTED;
            }
            Reply reply = match instanceof OpenCalls.Match.Several several
                    ? new Reply.Choice(several.rows())
                    : new Reply.NoOpenCall();
            return replied(answer, reply);
        }

        /** The event carries the call that was found, so that it can't hit one that began in between. */
        private Event event(PersonStatus found, PersonStatus status, Instant now) {
            String callId = found.openCall().map(Call::id).orElse(null);
            return answer.kind() == Answer.Kind.OK
                    ? new Event.Ok(answer.id(), now, callId, new Response(author.id(), answer.note(), answer.eta()))
                    : new Event.Cannot(answer.id(), now, callId, author.id(), chains.of(status, now));
        }

        private Outcome dndOn() {
            Instant until = Objects.requireNonNull(answer.until(), "a dnd-on has an end");
            Dnd dnd = new Dnd(until, answer.standIn(), answer.reason(), Ledger.EMPTY);
            // Whoever is asked instead is asked by what this says, not by what was before.
            Outcome own = onRow(
                    author,
                    (status, now) -> new Event.DndOn(answer.id(), now, dnd, chains.of(status.noting(dnd), now)));
            return own instanceof Outcome.Done && isInForce(until) ? withdrawElsewhere() : own;
        }

        /** A message that comes again after somebody's do not disturb withdraws them from nothing. */
        private boolean isInForce(Instant until) {
            Dnd now = shadows.read(author.id()).status().at(clock.instant()).dnd();
            return now != null && now.until().equals(until);
        }

        /** Where the author is the one asked last for somebody else's visitor, the next is asked. */
        private Outcome withdrawElsewhere() {
            for (Person other : roster.people()) {
                PersonStatus status = shadows.read(other.id()).status();
                if (!other.equals(author) && isAsked(status, author)) {
                    String callId = status.openCall().map(Call::id).orElse(null);
                    Optional<Transition.Applied> applied = change(
                            other,
                            (now, at) -> new Event.Cannot(answer.id(), at, callId, author.id(), chains.of(now, at)));
                    if (applied.isEmpty()) {
                        return PressHandler.LOST_RACES;
                    }
                }
            }
            return Outcome.DONE;
        }

        private Outcome onRow(Person person, BiFunction<PersonStatus, Instant, Event> event) {
            Optional<Transition.Applied> applied = change(person, event);
            if (applied.isEmpty()) {
                return PressHandler.LOST_RACES;
            }
            Reason reason = applied.get().reasons().get(0);
            return reason == Reason.DUPLICATE
                    ? Outcome.DONE
                    : replied(answer, new Reply.Taken(reason, asItCounts(person, applied.get())));
        }

        private PersonStatus asItCounts(Person person, Transition.Applied applied) {
            return person.terms().effective(applied.status(), clock.instant());
        }

        private Optional<Transition.Applied> change(Person person, BiFunction<PersonStatus, Instant, Event> event) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<Transition.Applied> applied =
                    transition.apply(person, row -> List.of(event.apply(row.status(), now)));
            applied.filter(Transition.Applied::tookIn).ifPresent(done -> sender.send(done.word()));
            return applied;
        }
    }

    private static boolean isAsked(PersonStatus status, Person person) {
        return status.state() == State.CALLING
                && status.openCall()
                        .filter(call -> call.asked().contains(person.id()))
                        .isPresent();
    }
}
