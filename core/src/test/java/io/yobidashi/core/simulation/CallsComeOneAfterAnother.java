package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * At most one call is open on a row: it ends, with an outcome, before the next. Whoever waits gets the next one, or is
 * counted as missed. What has ended never comes back.
 */
final class CallsComeOneAfterAnother implements Invariant {
    private final Set<String> over = new HashSet<>();

    @Override
    public String promise() {
        return "one call after another, and nobody who waits is forgotten";
    }

    @Override
    public void written(Written written) {
        PersonStatus next = written.next();
        next.openCall().ifPresent(call -> demand(!over.contains(call.id()), "an ended call is back: " + written));
        Call before = written.before().call();
        if (before != null && !next.hasCall(before.id())) {
            over.add(before.id());
            demand(next.last() != null && next.last().id().equals(before.id()), "a call vanished: " + written);
            waiting(before.waiting(), written);
        } else if (before != null && next.call() != null) {
            List<String> waiting = next.call().waiting();
            demand(waiting.containsAll(before.waiting()), "a booth that waits was forgotten: " + written);
        }
    }

    private void waiting(List<String> waiting, Written written) {
        Call next = written.next().call();
        if (waiting.isEmpty()) {
            demand(next == null, "a call of nobody: " + written);
        } else if (next == null) {
            int missed = missed(written.next()) - missed(written.before());
            demand(missed == waiting.size(), waiting + " are forgotten: " + written);
        } else {
            demand(next.origin().button().equals(waiting.get(0)), waiting.get(0) + " is next: " + written);
            demand(next.waiting().equals(waiting.subList(1, waiting.size())), waiting + " in turn: " + written);
        }
    }

    private static int missed(PersonStatus status) {
        return status.dnd() == null ? 0 : status.dnd().missed().ordered();
    }
}
