package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Posted;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.util.HashMap;
import java.util.Map;

/** What is owed is paid by a message that Slack took, or ends with its call; nothing else pays it. */
final class OnlyWhatSlackTookIsNoted implements Invariant {
    private final Map<String, Integer> taken = new HashMap<>();

    @Override
    public String promise() {
        return "what Slack is owed is paid by what Slack takes";
    }

    @Override
    public void posted(Posted posted) {
        Notice notice = posted.notice();
        String account =
                switch (notice.kind()) {
                    case MENTION, NOBODY_FREE -> callId(notice.status());
                    case MISSED -> "missed " + notice.status().person();
                    case TEST -> "test " + notice.status().person();
                    default -> "";
                };
        taken.merge(account, notice.ledger().ordered(), Math::max);
    }

    @Override
    public void written(Written written) {
        PersonStatus next = written.next();
        Call call = next.call();
        Dnd dnd = next.dnd();
        TestCall test = next.test();
        if (call != null) {
            isTaken(callId(next), call.ledger(), written);
        }
        if (dnd != null) {
            isTaken("missed " + next.person(), dnd.missed(), written);
        }
        if (test != null) {
            isTaken("test " + next.person(), test.ledger(), written);
        }
    }

    @Override
    public void atRest(Stage stage) {
        stage.everything()
                .values()
                .forEach(status -> demand(
                        Debts.owed(status).isEmpty(),
                        "still owed: " + Debts.owed(status).map(Notice::kind) + " of " + status));
    }

    private void isTaken(String account, Ledger ledger, Written written) {
        demand(ledger.accepted() <= taken.getOrDefault(account, 0), "Slack took less: " + written);
    }

    private static String callId(PersonStatus status) {
        return status.openCall().map(Call::id).orElseThrow();
    }
}
