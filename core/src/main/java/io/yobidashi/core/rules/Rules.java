package io.yobidashi.core.rules;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.rules.Event.Cannot;
import io.yobidashi.core.rules.Event.DndOff;
import io.yobidashi.core.rules.Event.DndOn;
import io.yobidashi.core.rules.Event.Ok;
import io.yobidashi.core.rules.Event.Pressed;
import io.yobidashi.core.rules.Event.ReminderDue;
import io.yobidashi.core.rules.Event.ResetDue;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The life of a person's status. The one place where it is decided what an event does; pure and total: no I/O, no
 * clock of its own, an answer for every status and every event.
 */
public final class Rules {
    private final Terms terms;
    private final PressRules presses;
    private final AnswerRules answers;
    private final TimerRules timers;
    private final DndRules dnd;

    /** @param terms those of the person whose row it is */
    public Rules(Terms terms) {
        this.terms = terms;
        Moves moves = new Moves(terms.policy());
        presses = new PressRules(moves);
        answers = new AnswerRules(moves);
        timers = new TimerRules(moves);
        dnd = new DndRules(moves);
    }

    public Decision decide(PersonStatus status, Event event) {
        boolean known = status.recent().contains(event.id());
        // What a reset was made for may be there anew, such as a do not disturb until the same instant: then it ends
        // anew.
        if (known && !(event instanceof ResetDue)) {
            return new Decision.Stay(Reason.DUPLICATE);
        }
        Decision decision = dispatch(status, event);
        if (decision instanceof Decision.Change change) {
            PersonStatus next = OffHours.written(change.next(), status.at(event.at()));
            return new Decision.Change(next.taken(event.id()), timers(change.timers(), status, next), change.reason());
        }
        return known ? new Decision.Stay(Reason.DUPLICATE) : decision;
    }

    /** What is written for the time off hours needs a reset as any state does. */
    private static List<Delayed> timers(List<Delayed> decided, PersonStatus before, PersonStatus next) {
        Instant until = next.until();
        boolean offHours =
                next.state() == State.DND && next.dnd() != null && next.dnd().offHours();
        if (!offHours || until == null || until.equals(before.until())) {
            return decided;
        }
        Reset reset = new Reset(next.person(), null, 0, State.DND, until);
        return Stream.concat(decided.stream(), Stream.of(Delayed.of(reset))).toList();
    }

    private Decision dispatch(PersonStatus status, Event event) {
        PersonStatus now = terms.effective(status, event.at());
        if (event instanceof Pressed pressed) {
            return presses.pressed(now, pressed);
        }
        if (event instanceof Ok ok) {
            return answers.ok(now, ok);
        }
        if (event instanceof Cannot cannot) {
            return answers.cannot(now, cannot);
        }
        if (event instanceof ResetDue due) {
            // As it stands: that a do not disturb is over is for its own reset to write.
            return timers.reset(status, now, due);
        }
        if (event instanceof ReminderDue due) {
            return timers.reminder(now, due);
        }
        if (event instanceof DndOn on) {
            return dnd.on(now, on);
        }
        // As it was asked for: nobody can end the time off hours.
        return dnd.off(status.at(event.at()), (DndOff) event);
    }
}
