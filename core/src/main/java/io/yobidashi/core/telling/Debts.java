package io.yobidashi.core.telling;

import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What Slack is owed by the shadow's word, and how paying it is noted. Pure. */
public final class Debts {
    private Debts() {}

    /** The next message to post. A mention is owed only while its call is still calling: an answer stops it. */
    public static Optional<Notice> owed(PersonStatus status) {
        Call call = status.call();
        if (call != null && status.state() == State.CALLING && call.ledger().owes()) {
            Notice.Kind kind = call.asked().nobody() ? Notice.Kind.NOBODY_FREE : Notice.Kind.MENTION;
            return Optional.of(new Notice(kind, status, call.ledger()));
        }
        Dnd dnd = status.dnd();
        if (dnd != null && status.state() == State.DND && dnd.missed().owes()) {
            return Optional.of(new Notice(Notice.Kind.MISSED, status, dnd.missed()));
        }
        TestCall test = status.test();
        if (test != null && test.ledger().owes()) {
            return Optional.of(new Notice(Notice.Kind.TEST, status, test.ledger()));
        }
        return Optional.empty();
    }

    /** The status with the posting of a notice claimed. */
    public static PersonStatus claim(Notice notice, String token) {
        return change(notice.status(), notice, ledger -> ledger.claimedBy(token));
    }

    /** The claim given back after a failed posting. */
    public static PersonStatus release(PersonStatus now, Notice notice, String token) {
        return change(now, notice, ledger -> ledger.releasedBy(token));
    }

    /** What Slack took is noted, whatever became of the call meanwhile; a call that has ended needs no note. */
    public static PersonStatus paid(PersonStatus now, Notice notice, String token, @Nullable Post post) {
        PersonStatus paid =
                change(now, notice, ledger -> ledger.paid(notice.ledger().ordered(), token));
        Call call = paid.call();
        boolean first = post != null && call != null && call.post() == null && sameCall(now, notice);
        return first ? paid.with(call.posted(post)) : paid;
    }

    private static PersonStatus change(PersonStatus now, Notice notice, UnaryOperator<Ledger> change) {
        return switch (notice.kind()) {
            case MENTION, NOBODY_FREE -> {
                Call call = now.call();
                yield call != null && sameCall(now, notice) ? now.with(call.with(change.apply(call.ledger()))) : now;
            }
            case MISSED -> {
                Dnd dnd = now.dnd();
                yield dnd != null ? now.noting(dnd.with(change.apply(dnd.missed()))) : now;
            }
            case TEST -> {
                TestCall test = now.test();
                yield test != null ? now.with(test.with(change.apply(test.ledger()))) : now;
            }
        };
    }

    private static boolean sameCall(PersonStatus now, Notice notice) {
        return notice.status().openCall().map(Call::id).filter(now::hasCall).isPresent();
    }
}
