package io.yobidashi.core.simulation;

import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Recent;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.status.Told;
import org.jspecify.annotations.Nullable;

/** What the rules decided, without the accounts of what Slack was told and the memory of what was taken in. */
final class Essence {
    private Essence() {}

    static PersonStatus of(PersonStatus status) {
        return new PersonStatus(
                status.person(),
                status.state(),
                status.since(),
                status.until(),
                call(status.call()),
                dnd(status.dnd()),
                last(status.last()),
                test(status.test()),
                null,
                Recent.NONE);
    }

    static boolean changed(Happening.Written written) {
        return !of(written.before()).equals(of(written.next()));
    }

    private static @Nullable Call call(@Nullable Call call) {
        return call == null
                ? null
                : new Call(
                        call.id(),
                        call.origin(),
                        call.progress(),
                        call.asked(),
                        ordered(call.ledger()),
                        call.response(),
                        null,
                        call.waiting(),
                        Told.NOTHING);
    }

    private static @Nullable Dnd dnd(@Nullable Dnd dnd) {
        return dnd == null
                ? null
                : new Dnd(
                        dnd.until(),
                        dnd.standIn(),
                        dnd.reason(),
                        ordered(dnd.missed()),
                        Dnd.Announcement.NOT_WANTED,
                        dnd.offHours());
    }

    private static @Nullable LastCall last(@Nullable LastCall last) {
        return last == null ? null : new LastCall(last.id(), last.outcome(), last.by(), last.at());
    }

    private static @Nullable TestCall test(@Nullable TestCall test) {
        return test == null ? null : test.with(ordered(test.ledger()));
    }

    private static Ledger ordered(Ledger ledger) {
        return new Ledger(ledger.ordered(), 0, null);
    }
}
