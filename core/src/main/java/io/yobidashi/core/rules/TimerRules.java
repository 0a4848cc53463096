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

    /**
     * @param status as it stands, which is what the timer was made for
     * @param now what it counts as
     */
    Decision reset(PersonStatus status, PersonStatus now, ResetDue due) {
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
        return moves.end(now, call, new Moves.Occasion(due.id(), due.at(), due.chain(), Meaning.PRESS));
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
        Moves.Asking asking = ask(status, call, due);
        Call reached = asking.call().reached(reminder.step());
        return new Decision.Change(status.with(reached), List.of(), asking.reason());
    }

    private Moves.Asking ask(PersonStatus status, Call call, ReminderDue due) {
        Chain chain = due.chain();
        return switch (due.reminder().step()) {
            case 1 -> askAgain(status, call, chain);
            case 2 ->
                moves.nextIn(chain, call)
                        .map(next -> new Moves.Asking(call.ask(next), Reason.NEXT_ASKED))
                        .orElseGet(() -> nothingLeft(call));
            default ->
                call.asked().group() ? nothingLeft(call) : new Moves.Asking(call.ask(Asked.GROUP), Reason.GROUP_ASKED);
        };
    }

    /** The group is asked only once, and nobody on do not disturb, or whose hours have ended since, is asked again. */
    private Moves.Asking askAgain(PersonStatus status, Call call, Chain chain) {
        String last = call.asked().last();
        if (call.asked().nobody() || last.equals(Asked.GROUP)) {
            return nothingLeft(call);
        }
        boolean ownerAway = status.dnd() != null && last.equals(status.person());
        if (ownerAway || chain.away().contains(last)) {
            return moves.askNext(call.decline(last), chain);
        }
        return new Moves.Asking(call.remind(), Reason.REMINDED);
    }

    private static Moves.Asking nothingLeft(Call call) {
        return new Moves.Asking(call, Reason.NOTHING_LEFT_TO_ASK);
    }
}
