package io.yobidashi.core.rules;

import io.yobidashi.core.rules.Event.Cannot;
import io.yobidashi.core.rules.Event.DndOff;
import io.yobidashi.core.rules.Event.DndOn;
import io.yobidashi.core.rules.Event.Ok;
import io.yobidashi.core.rules.Event.Pressed;
import io.yobidashi.core.rules.Event.ReminderDue;
import io.yobidashi.core.rules.Event.ResetDue;
import io.yobidashi.core.status.PersonStatus;

/**
 * The life of a person's status. The one place where it is decided what an event does; pure and total: no I/O, no
 * clock of its own, an answer for every status and every event.
 */
public final class Rules {
    private final PressRules presses;
    private final AnswerRules answers;
    private final TimerRules timers;
    private final DndRules dnd;

    /** @param terms those of the person whose row it is */
    public Rules(Terms terms) {
        Moves moves = new Moves(terms.policy());
        presses = new PressRules(moves);
        answers = new AnswerRules(moves);
        timers = new TimerRules(moves);
        dnd = new DndRules(moves);
    }

    public Decision decide(PersonStatus status, Event event) {
        if (status.recent().contains(event.id())) {
            return new Decision.Stay(Reason.DUPLICATE);
        }
        Decision decision = dispatch(status, event);
        if (decision instanceof Decision.Change change) {
            return new Decision.Change(change.next().taken(event.id()), change.timers(), change.reason());
        }
        return decision;
    }

    private Decision dispatch(PersonStatus status, Event event) {
        PersonStatus now = status.at(event.at());
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
            return timers.reset(status, due);
        }
        if (event instanceof ReminderDue due) {
            return timers.reminder(now, due);
        }
        if (event instanceof DndOn on) {
            return dnd.on(now, on);
        }
        return dnd.off(now, (DndOff) event);
    }
}
