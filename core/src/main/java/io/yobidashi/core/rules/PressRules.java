package io.yobidashi.core.rules;

import io.yobidashi.core.rules.Event.Pressed;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import java.util.List;

/** A press opens a call, or is counted, or waits: it is never lost. */
final class PressRules {
    private final Moves moves;

    PressRules(Moves moves) {
        this.moves = moves;
    }

    Decision pressed(PersonStatus status, Pressed press) {
        if (press.meaning() == Meaning.TEST) {
            return test(status, press);
        }
        Call call = status.call();
        if (call == null) {
            Origin origin = new Origin(press.button(), press.click(), press.pressedAt());
            return moves.open(
                    status, origin, new Moves.Occasion(press.id(), press.at(), press.chain(), press.meaning()));
        }
        if (call.origin().button().equals(press.button())) {
            return repeated(status, call, press);
        }
        return change(
                status.with(call.waiting().contains(press.button()) ? call : call.waitingToo(press.button())),
                Reason.WAITS);
    }

    private static Decision repeated(PersonStatus status, Call call, Pressed press) {
        Call repeated = call.repeated();
        boolean urgent = press.meaning() == Meaning.URGENT && status.state() == State.CALLING;
        return change(
                status.with(urgent && !call.asked().group() ? repeated.ask(Asked.GROUP) : repeated), Reason.REPEATED);
    }

    private static Decision test(PersonStatus status, Pressed press) {
        TestCall before = status.test();
        Ledger ledger = (before == null ? Ledger.EMPTY : before.ledger()).order();
        return change(status.with(new TestCall(press.button(), press.pressedAt(), ledger)), Reason.TEST_NOTED);
    }

    private static Decision change(PersonStatus next, Reason reason) {
        return new Decision.Change(next, List.of(), reason);
    }
}
