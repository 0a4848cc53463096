package io.yobidashi.core.handler;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.rules.Decision;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.rules.Rules;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one way in which a shadow changes: read, decide, send the timers, write with the version that was read; when
 * somebody else was faster, all of it again. A crash after the timers leaves timers that nobody needs.
 */
public final class Transition {
    /** After so many lost races the message goes back to the queue, to give way. */
    public static final int MAX_RACES = 5;

    private static final Logger LOG = System.getLogger(Transition.class.getName());

    private final Shadows shadows;
    private final MessageSender sender;

    public Transition(Shadows shadows, MessageSender sender) {
        this.shadows = shadows;
        this.sender = sender;
    }

    /**
     * Applies events to a person's row, in their order, as one write.
     *
     * @param person as the roster in force has them: the row is decided on their terms
     * @param eventsFor the events, made anew for each reading: they carry what was true at that moment
     * @return what it came to; empty after {@value #MAX_RACES} lost races
     */
    public Optional<Applied> apply(Person person, Function<ShadowRow, List<Event>> eventsFor) {
        Rules rules = new Rules(person.terms());
        for (int race = 0; race < MAX_RACES; race++) {
            ShadowRow before = shadows.read(person.id());
            Plan plan = plan(rules, before.status(), eventsFor.apply(before));
            if (!plan.changes()) {
                return Optional.of(new Applied(before.status(), before, plan.reasons()));
            }
            if (!plan.timers().isEmpty()) {
                sender.send(plan.timers());
            }
            if (shadows.write(before, plan.next()) instanceof WriteResult.Written written) {
                log(before.status(), plan);
                return Optional.of(
                        new Applied(before.status(), before.written(plan.next(), written.version()), plan.reasons()));
            }
        }
        LOG.log(Level.INFO, "{0}: lost {1} races for the shadow, giving way", person.id(), MAX_RACES);
        return Optional.empty();
    }

    private static Plan plan(Rules rules, PersonStatus before, List<Event> events) {
        PersonStatus status = before;
        List<Delayed> timers = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (Event event : events) {
            Decision decision = rules.decide(status, event);
            reasons.add(decision.reason());
            if (decision instanceof Decision.Change change) {
                status = change.next();
                timers.addAll(change.timers());
            }
        }
        return new Plan(status, !status.equals(before), timers, reasons);
    }

    private static void log(PersonStatus before, Plan plan) {
        PersonStatus after = plan.next();
        Level level = before.state() == after.state() ? Level.DEBUG : Level.INFO;
        String callId = after.openCall().or(before::openCall).map(Call::id).orElse("-");
        LOG.log(
                level,
                "{0}: {1} -> {2} {3} call={4}",
                after.person(),
                before.state().wire(),
                after.state().wire(),
                plan.reasons(),
                callId);
    }

    /**
     * What the events came to.
     *
     * @param before what was known before
     * @param row the shadow as it is now
     * @param reasons one for each event, in their order
     */
    public record Applied(PersonStatus before, ShadowRow row, List<Reason> reasons) {
        public Applied {
            reasons = List.copyOf(reasons);
        }

        public PersonStatus status() {
            return row.status();
        }

        /** True where anything was taken in, now or at an earlier delivery: Slack may be owed something. */
        boolean tookIn() {
            return reasons.stream().anyMatch(reason -> !IGNORED.contains(reason));
        }

        /**
         * True where nobody may have been told yet that Slack is owed something. What was owed before has its word on
         * the way already: a thousand repeats are one word. Where an event comes again its first handler may have died
         * before its word.
         */
        boolean needsWord() {
            Optional<Notice> owed = Debts.owed(status());
            return owed.isPresent() && (reasons.contains(Reason.DUPLICATE) || !isOwedAlready(owed.get()));
        }

        private boolean isOwedAlready(Notice owed) {
            Optional<String> callId = callId(status());
            return callId.isPresent()
                    && callId.equals(callId(before))
                    && Debts.owed(before)
                            .filter(earlier -> earlier.kind() == owed.kind())
                            .isPresent();
        }

        /** The word for whoever tells Slack. */
        Tell word() {
            return new Tell(status().person(), callId(status()).orElse(null));
        }

        private static Optional<String> callId(PersonStatus status) {
            return status.openCall().map(Call::id);
        }

        private static final List<Reason> IGNORED =
                List.of(Reason.NO_OPEN_CALL, Reason.NOT_WHAT_IT_WAS_MADE_FOR, Reason.DND_ALREADY_OVER);
    }

    private record Plan(PersonStatus next, boolean changes, List<Delayed> timers, List<Reason> reasons) {}
}
