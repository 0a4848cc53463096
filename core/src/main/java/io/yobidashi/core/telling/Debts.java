package io.yobidashi.core.telling;

import io.yobidashi.core.status.Back;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.State;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Notice.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What Slack is owed by the shadow's word. Pure. */
public final class Debts {
    private static final List<Function<PersonStatus, Optional<Notice>>> IN_ORDER = List.of(
            Debts::mention,
            Debts::waiting,
            Debts::missed,
            Debts::test,
            Debts::dnd,
            Debts::back,
            Debts::sought,
            Debts::ended,
            Debts::changed);

    private Debts() {}

    /** What is to be posted or edited next, the most urgent first: an edit keeps nobody from being mentioned. */
    public static Optional<Notice> owed(PersonStatus status) {
        return IN_ORDER.stream().flatMap(debt -> debt.apply(status).stream()).findFirst();
    }

    /** True where nobody has yet to hear of a visitor; all that is merely told beside that does not count. */
    public static boolean told(PersonStatus status) {
        return owed(status).filter(notice -> notice.kind().isForVisitor()).isEmpty();
    }

    /** Slack's word for why nobody could be told; empty where it does not refuse, or nobody is to be told. */
    public static Optional<String> trouble(PersonStatus status) {
        return told(status)
                ? Optional.empty()
                : status.openCall().map(call -> call.told().trouble());
    }

    /** A mention is owed only while its call is still calling: an answer stops it. */
    private static Optional<Notice> mention(PersonStatus status) {
        return status.openCall()
                .filter(call -> status.state() == State.CALLING && call.ledger().owes())
                .map(call ->
                        new Notice(call.asked().nobody() ? Kind.NOBODY_FREE : Kind.MENTION, status, call.ledger()));
    }

    private static Optional<Notice> waiting(PersonStatus status) {
        return status.openCall()
                .filter(call -> call.waiting().size() > call.told().waiting())
                .map(call -> new Notice(Kind.WAITING, status, call.ledger()));
    }

    private static Optional<Notice> missed(PersonStatus status) {
        return Optional.ofNullable(status.dnd())
                .map(Dnd::missed)
                .filter(missed -> status.state() == State.DND && missed.owes())
                .map(missed -> new Notice(Kind.MISSED, status, missed));
    }

    private static Optional<Notice> test(PersonStatus status) {
        return Optional.ofNullable(status.test())
                .map(TestCall::ledger)
                .filter(Ledger::owes)
                .map(ledger -> new Notice(Kind.TEST, status, ledger));
    }

    private static Optional<Notice> dnd(PersonStatus status) {
        return Optional.ofNullable(status.dnd())
                .filter(dnd -> dnd.announcement() == Dnd.Announcement.OWED)
                .map(dnd -> new Notice(Kind.DND, status, dnd.missed()));
    }

    private static Optional<Notice> back(PersonStatus status) {
        return Optional.ofNullable(status.back())
                .map(Back::ledger)
                .map(ledger -> new Notice(Kind.BACK, status, ledger));
    }

    private static Optional<Notice> sought(PersonStatus status) {
        return status.openCall()
                .filter(call -> status.state() == State.RUNNING && call.post() == null)
                .map(Call::ledger)
                .filter(ledger -> ledger.owes() && ledger.claim() != null)
                .map(ledger -> new Notice(Kind.SOUGHT, status, ledger));
    }

    private static Optional<Notice> ended(PersonStatus status) {
        return Optional.ofNullable(status.last())
                .map(LastCall::remains)
                .map(Remains::ledger)
                .map(ledger -> new Notice(Kind.ENDED, status, ledger))
                .filter(Debts::isOutOfDate);
    }

    private static Optional<Notice> changed(PersonStatus status) {
        return status.openCall()
                .map(Call::ledger)
                .map(ledger -> new Notice(Kind.CHANGED, status, ledger))
                .filter(Debts::isOutOfDate);
    }

    /** Where Slack never named the message it can't be edited: then only news is told, by another message. */
    private static boolean isOutOfDate(Notice notice) {
        Optional<String> shown = Accounts.shown(notice.status(), notice);
        return shown.isPresent()
                && notice.call()
                        .filter(view -> notice.isEdit() ? !view.isShownBy(shown.get()) : !view.isKnownBy(shown.get()))
                        .isPresent();
    }
}
