package io.yobidashi.core.telling;

import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.Remains;
import java.util.Optional;

/**
 * One thing that Slack is owed: a new message, or the edit of one that is there.
 *
 * @param status the status it tells of
 * @param ledger the account it pays
 */
public record Notice(Kind kind, PersonStatus status, Ledger ledger) {
    /** What a notice says. The most urgent first: in this order they are paid. */
    public enum Kind {
        /** Come, please: to the one asked last. */
        MENTION,
        /** A call is open, and nobody is left to be asked. */
        NOBODY_FREE,
        /** Another booth of the same person waits, told to whoever is asked or coming. */
        WAITING,
        /** A press came during do not disturb, and nobody in the chain was free. */
        MISSED,
        /** A test call: mentions nobody. */
        TEST,
        /** Somebody does not want to be disturbed. */
        DND,
        /** Somebody can be called again. */
        BACK,
        /** Somebody came before anybody knew whether Slack took the mention: it is looked for, and never posted. */
        SOUGHT,
        /** What an ended call's message says is out of date. */
        ENDED,
        /** What an open call's message says is out of date. */
        CHANGED;

        /** True for what ends with its call at the latest. */
        public boolean isOfOpenCall() {
            return compareTo(MISSED) < 0;
        }

        /** True for what somebody must hear, or a visitor waits in vain. */
        public boolean isForVisitor() {
            return this == MENTION || this == NOBODY_FREE || this == MISSED;
        }
    }

    /** The call that it is about; empty for what is about a person only. */
    public Optional<CallView> call() {
        return switch (kind) {
            case MENTION, NOBODY_FREE, WAITING, SOUGHT, CHANGED ->
                status.openCall().map(call -> CallView.of(status, call));
            case ENDED -> remains().map(left -> CallView.of(status, lastCall(), left));
            case MISSED, TEST, DND, BACK -> Optional.empty();
        };
    }

    /** The message that the call has already. */
    public Optional<Post> post() {
        return switch (kind) {
            case MENTION, NOBODY_FREE, WAITING, SOUGHT, CHANGED ->
                status.openCall().map(Call::post);
            case ENDED -> remains().map(Remains::post);
            case MISSED, TEST, DND, BACK -> Optional.empty();
        };
    }

    /** True for an edit of a message that is there: made twice it is the same, so nobody has to claim it. */
    public boolean isEdit() {
        return (kind == Kind.CHANGED || kind == Kind.ENDED) && post().isPresent();
    }

    /** What tells this notice from others of its kind about the same person and call, the later the higher. */
    public long number() {
        return switch (kind) {
            case WAITING -> status.openCall().map(call -> call.waiting().size()).orElse(0);
            case DND -> status.dnd() == null ? 0 : status.dnd().until().toEpochMilli();
            case BACK -> status.back() == null ? 0 : status.back().at().toEpochMilli();
            default -> ledger.ordered();
        };
    }

    /** The same notice as it was when less was ordered. */
    public Notice upTo(int ordered) {
        return new Notice(kind, status, new Ledger(ordered, ledger.accepted(), ledger.claim()));
    }

    private Optional<Remains> remains() {
        return Optional.ofNullable(status.last()).map(LastCall::remains);
    }

    private LastCall lastCall() {
        return Optional.ofNullable(status.last()).orElseThrow();
    }
}
