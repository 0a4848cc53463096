package io.yobidashi.core.rules;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.rules.Event.Cannot;
import io.yobidashi.core.rules.Event.DndOff;
import io.yobidashi.core.rules.Event.DndOn;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.util.List;

/** Do not disturb begins at once on a row without a call, else at the call's end; its own reset ends it. */
final class DndRules {
    private final AnswerRules answers;

    DndRules(Moves moves) {
        this.answers = new AnswerRules(moves);
    }

    Decision on(PersonStatus status, DndOn on) {
        Dnd dnd = on.dnd().announce();
        if (!dnd.inForceAt(on.at())) {
            return new Decision.Stay(Reason.DND_ALREADY_OVER);
        }
        Reset reset = new Reset(status.person(), null, 0, State.DND, dnd.until());
        List<Delayed> timers = List.of(Delayed.of(reset));
        if (status.call() == null) {
            PersonStatus next = status.disturbedNot(replacing(status, dnd), on.at());
            return new Decision.Change(next, timers, Reason.DND_BEGUN);
        }
        return new Decision.Change(withdrawn(status.noting(replacing(status, dnd)), on), timers, Reason.DND_NOTED);
    }

    Decision off(PersonStatus status, DndOff off) {
        if (status.dnd() == null || status.dnd().offHours()) {
            // Remembered all the same: when it comes again it must not end one that has begun since.
            return new Decision.Change(status, List.of(), Reason.DND_NOT_SET);
        }
        return new Decision.Change(status.undisturbed(off.at()), List.of(), Reason.DND_ENDED);
    }

    /** What was missed during the old one stays counted. */
    private static Dnd replacing(PersonStatus status, Dnd dnd) {
        return status.dnd() == null ? dnd : dnd.with(status.dnd().missed());
    }

    /** Who is being asked and wants not to be disturbed has said that they can't come. */
    private PersonStatus withdrawn(PersonStatus status, DndOn on) {
        Call call = status.call();
        if (call == null || status.state() != State.CALLING) {
            return status;
        }
        Cannot cannot = new Cannot(on.id(), on.at(), call.id(), status.person(), on.chain());
        Decision decision = answers.cannot(status, cannot);
        return decision instanceof Decision.Change change ? change.next() : status;
    }
}
