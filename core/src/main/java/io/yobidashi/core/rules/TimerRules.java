package io.yobidashi.core.rules;

import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.rules.Event.ReminderDue;
import io.yobidashi.core.rules.Event.ResetDue;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.util.List;

/** Timers act only on what they were made for: SQS can't take a delayed message back. */
final class TimerRules {
    private static final Decision STALE = new Decision.Stay(Reason.NOT_WHAT_IT_WAS_MADE_FOR);

    private final Moves moves;

    TimerRules(Moves moves) {
        this.moves = moves;
    }

    Decision reset(PersonStatus status, ResetDue due) {
        Reset reset = due.reset();
        if (status.state() != reset.state() || !reset.until().equals(status.until())) {
            return STALE;
        }
        Call call = status.call();
        if (call == null) {
            return reset.callId() == null ? endOfDnd(status, due) : STALE;
        }
        if (!call.id().equals(reset.callId()) || call.progress().round() != reset.round()) {
            return STALE;
        }
        return moves.end(status, call, new Moves.Occasion(due.id(), due.at(), due.chain()));
    }

    private static Decision endOfDnd(PersonStatus status, ResetDue due) {
        Dnd dnd = status.dnd();
        if (dnd != null && dnd.inForceAt(due.at())) {
            return STALE;
        }
        return new Decision.Change(status.undisturbed(due.at()), List.of(), Reason.DND_ENDED);
    }

    Decision reminder(PersonStatus status, ReminderDue due) {
        Reminder reminder = due.reminder();
        Call call = status.call();
        if (call == null
                || status.state() != State.CALLING
                || !call.id().equals(reminder.callId())
                || call.progress().round() != reminder.round()
                || call.progress().step() >= reminder.step()) {
            return STALE;
        }
        Moves.Asking asking = ask(call, reminder.step(), due.chain());
        Call reached = asking.call().reached(reminder.step());
        return new Decision.Change(status.with(reached), List.of(), asking.reason());
    }

    private Moves.Asking ask(Call call, int step, Chain chain) {
        return switch (step) {
            case 1 -> askAgain(call, chain);
            case 2 ->
                moves.nextIn(chain, call)
                        .map(next -> new Moves.Asking(call.ask(next), Reason.NEXT_ASKED))
                        .orElseGet(() -> nothingLeft(call));
            default ->
                call.asked().group() ? nothingLeft(call) : new Moves.Asking(call.ask(Asked.GROUP), Reason.GROUP_ASKED);
        };
    }

    /** The group is asked only once, and nobody on do not disturb is asked again. */
    private Moves.Asking askAgain(Call call, Chain chain) {
        String last = call.asked().last();
        if (call.asked().nobody() || last.equals(Asked.GROUP)) {
            return nothingLeft(call);
        }
        if (chain.away().contains(last)) {
            return moves.askNext(call.decline(last), chain);
        }
        return new Moves.Asking(call.remind(), Reason.REMINDED);
    }

    private static Moves.Asking nothingLeft(Call call) {
        return new Moves.Asking(call, Reason.NOTHING_LEFT_TO_ASK);
    }
}
