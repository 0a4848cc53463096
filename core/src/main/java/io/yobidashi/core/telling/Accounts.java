package io.yobidashi.core.telling;

import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.TestCall;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How it is noted that somebody pays what Slack is owed, and what came of it. Pure. */
public final class Accounts {
    private Accounts() {}

    /** The status with the paying of a notice claimed. */
    public static PersonStatus claim(Notice notice, String token) {
        return ledger(notice.status(), notice, ledger -> ledger.claimedBy(token));
    }

    /** The claim given back after a failed posting. */
    public static PersonStatus release(PersonStatus now, Notice notice, String token) {
        return ledger(now, notice, ledger -> ledger.releasedBy(token));
    }

    /** As {@link #release}, with Slack's word for why it refuses; the board shows that of a call only. */
    public static PersonStatus refused(PersonStatus now, Notice notice, String token, String word) {
        return onCall(
                release(now, notice, token),
                notice,
                call -> notice.kind().isOfOpenCall() ? call.with(call.told().troubledBy(word)) : call);
    }

    /**
     * What Slack took is noted, whatever became of the call meanwhile.
     *
     * @param token of the claim; any other word where nothing was claimed
     * @param post the message as Slack named it
     */
    public static PersonStatus paid(PersonStatus now, Notice notice, String token, @Nullable Post post) {
        return switch (notice.kind()) {
            case MENTION, NOBODY_FREE, SOUGHT -> mentioned(now, notice, token, post);
            case WAITING ->
                onCall(
                        release(now, notice, token),
                        notice,
                        call -> call.with(call.told()
                                .waitingToo(Math.toIntExact(notice.number()))
                                .troubledBy(null)));
            case MISSED, TEST ->
                ledger(now, notice, ledger -> ledger.paid(notice.ledger().ordered(), token));
            case DND -> announced(release(now, notice, token), notice);
            case BACK -> notice.status().back() != null && isBackOf(now, notice) ? now.backTold() : now;
            case ENDED, CHANGED -> shown(release(now, notice, token), notice, changedTo(now, notice));
        };
    }

    /** As {@link #paid}, for a message that was found: what it says by now nobody knows, so it will be edited. */
    public static PersonStatus found(PersonStatus now, Notice notice, String token, Post post) {
        PersonStatus paid = paid(now, notice, token, post);
        boolean main = notice.post().isEmpty() && notice.call().isPresent();
        return main ? shown(paid, notice, CallView.UNKNOWN) : paid;
    }

    /** What the call of a notice was last made to say, by this status; empty where Slack never took a word of it. */
    static Optional<String> shown(PersonStatus status, Notice notice) {
        Optional<String> id = notice.call().map(CallView::id);
        if (id.isPresent() && status.hasCall(id.get())) {
            return status.openCall().map(call -> call.told().shown());
        }
        return id.isPresent() ? remains(status, id.get()).map(Remains::shown) : Optional.empty();
    }

    /** A mention tells of the booths that wait, too. */
    private static PersonStatus mentioned(PersonStatus now, Notice notice, String token, @Nullable Post post) {
        PersonStatus paid =
                ledger(now, notice, ledger -> ledger.paid(notice.ledger().ordered(), token));
        int waiting = notice.call().map(view -> view.waiting().size()).orElse(0);
        PersonStatus cleared = onCall(
                paid, notice, call -> call.with(call.told().waitingToo(waiting).troubledBy(null)));
        if (notice.post().isPresent()) {
            return cleared;
        }
        PersonStatus named = post == null ? cleared : posted(cleared, notice, post);
        // A receipt may be noted late: what others have told of the call since then stands.
        return isAlone(now, notice)
                ? shown(named, notice, notice.call().map(CallView::digest).orElse(CallView.UNKNOWN))
                : named;
    }

    /** Where another edited since, nobody knows which of the two edits Slack made last. */
    private static String changedTo(PersonStatus now, Notice notice) {
        return isAlone(now, notice) ? notice.call().map(CallView::digest).orElse(CallView.UNKNOWN) : CallView.UNKNOWN;
    }

    /** True where nobody else has told of the call since the notice was made. */
    private static boolean isAlone(PersonStatus now, Notice notice) {
        return shown(now, notice).equals(shown(notice.status(), notice));
    }

    private static PersonStatus posted(PersonStatus now, Notice notice, Post post) {
        return onEither(
                now,
                notice,
                call -> call.post() == null ? call.posted(post) : call,
                remains -> remains.post() == null ? remains.posted(post) : remains);
    }

    private static PersonStatus shown(PersonStatus now, Notice notice, String digest) {
        return onEither(
                now, notice, call -> call.with(call.told().showing(digest)), remains -> remains.showing(digest));
    }

    private static PersonStatus announced(PersonStatus now, Notice notice) {
        Dnd dnd = now.dnd();
        Dnd told = notice.status().dnd();
        boolean same = dnd != null && told != null && dnd.until().equals(told.until());
        return same ? now.noting(dnd.announced()) : now;
    }

    private static boolean isBackOf(PersonStatus now, Notice notice) {
        Back back = now.back();
        return back != null && back.at().toEpochMilli() == notice.number();
    }

    private static PersonStatus ledger(PersonStatus now, Notice notice, UnaryOperator<Ledger> change) {
        return switch (notice.kind()) {
            case MENTION, NOBODY_FREE, WAITING, SOUGHT, CHANGED ->
                onCall(now, notice, call -> call.with(change.apply(call.ledger())));
            case ENDED -> onLast(now, notice, remains -> remains.with(change.apply(remains.ledger())));
            case MISSED, DND -> {
                Dnd dnd = now.dnd();
                yield dnd != null ? now.noting(dnd.with(change.apply(dnd.missed()))) : now;
            }
            case TEST -> {
                TestCall test = now.test();
                yield test != null ? now.with(test.with(change.apply(test.ledger()))) : now;
            }
            case BACK -> {
                Back back = now.back();
                yield back != null && isBackOf(now, notice) ? now.with(back.with(change.apply(back.ledger()))) : now;
            }
        };
    }

    /** On the call while it is open, and on what it leaves behind after that. */
    private static PersonStatus onEither(
            PersonStatus now, Notice notice, UnaryOperator<Call> open, UnaryOperator<Remains> ended) {
        return onLast(onCall(now, notice, open), notice, ended);
    }

    private static PersonStatus onCall(PersonStatus now, Notice notice, UnaryOperator<Call> change) {
        Call call = now.call();
        boolean same = call != null
                && notice.call().filter(view -> view.id().equals(call.id())).isPresent();
        return same ? now.with(change.apply(call)) : now;
    }

    private static PersonStatus onLast(PersonStatus now, Notice notice, UnaryOperator<Remains> change) {
        LastCall last = now.last();
        return notice.call()
                .flatMap(view -> remains(now, view.id()))
                .filter(remains -> last != null)
                .map(remains -> now.with(last.with(change.apply(remains))))
                .orElse(now);
    }

    private static Optional<Remains> remains(PersonStatus status, String callId) {
        return Optional.ofNullable(status.last())
                .filter(last -> last.id().equals(callId))
                .map(LastCall::remains);
    }
}
