package io.yobidashi.core.rules;

import io.yobidashi.core.rules.Event.Cannot;
import io.yobidashi.core.rules.Event.Ok;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One answer by any road is enough, and it is never undone by anybody but its author. */
final class AnswerRules {
    private final Moves moves;

    AnswerRules(Moves moves) {
        this.moves = moves;
    }

    Decision ok(PersonStatus status, Ok ok) {
        Optional<Call> meant = meant(status, ok.callId());
        if (meant.isEmpty()) {
            return new Decision.Stay(Reason.NO_OPEN_CALL);
        }
        Call call = meant.get();
        Response coming = call.response();
        if (coming == null) {
            return moves.running(status, call.answered(ok.response()), ok.at(), Reason.ON_THE_WAY);
        }
        if (coming.by().equals(ok.response().by())) {
            return moves.running(status, call.answered(updated(coming, ok.response())), ok.at(), Reason.UPDATED);
        }
        return remembered(status, Reason.ANOTHER_COMES);
    }

    /** A bare "ok" after one with a note, as by a reaction, takes nothing back of what was said. */
    private static Response updated(Response before, Response now) {
        return now.note() == null && now.eta() == null ? before : now;
    }

    Decision cannot(PersonStatus status, Cannot cannot) {
        Optional<Call> meant = meant(status, cannot.callId());
        if (meant.isEmpty()) {
            return new Decision.Stay(Reason.NO_OPEN_CALL);
        }
        return status.state() == State.RUNNING
                ? cannotWhileRunning(status, meant.get(), cannot)
                : cannotWhileCalling(status, meant.get(), cannot);
    }

    private Decision cannotWhileCalling(PersonStatus status, Call call, Cannot cannot) {
        String by = cannot.by();
        if (call.asked().declined().contains(by)) {
            return remembered(status, Reason.DECLINE_NOTED);
        }
        if (call.asked().lastPerson().filter(by::equals).isPresent()) {
            Moves.Asking asking = moves.askNext(call.decline(by), cannot.chain());
            return new Decision.Change(status.with(asking.call()), List.of(), asking.reason());
        }
        if (call.asked().contains(by)) {
            return new Decision.Change(status.with(call.decline(by)), List.of(), Reason.DECLINE_NOTED);
        }
        return remembered(status, Reason.NOT_ASKED);
    }

    private Decision cannotWhileRunning(PersonStatus status, Call call, Cannot cannot) {
        Response coming = call.response();
        if (coming == null || !coming.by().equals(cannot.by())) {
            return remembered(status, Reason.ANOTHER_COMES);
        }
        Moves.Asking asking = moves.askNext(call.decline(cannot.by()).reopened(), cannot.chain());
        return moves.calling(status, asking.call(), cannot.at(), asking.reason());
    }

    private static Optional<Call> meant(PersonStatus status, @Nullable String callId) {
        return status.openCall().filter(call -> callId == null || call.id().equals(callId));
    }

    /** Nothing changes but that the answer is known: later, when it would mean more, it is still the old one. */
    private static Decision remembered(PersonStatus status, Reason reason) {
        return new Decision.Change(status, List.of(), reason);
    }
}
