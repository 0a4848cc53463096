package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Versions grow with each write, and what a call counts only grows: rounds, presses, orders, who was asked. */
final class NumbersOnlyGrow implements Invariant {
    private final Map<String, Long> versions = new HashMap<>();

    @Override
    public String promise() {
        return "numbers only grow";
    }

    @Override
    public void written(Written written) {
        Long before = versions.put(written.person(), written.version());
        demand(before == null || written.version() == before + 1, "version after " + before + ": " + written);
        Call old = written.before().call();
        Call call = written.next().call();
        if (old != null && call != null && call.id().equals(old.id())) {
            demand(call.progress().presses() >= old.progress().presses(), "presses of " + written);
            demand(round(call) > round(old) || round(call) == round(old) && step(call) >= step(old), written);
            demand(call.ledger().ordered() >= old.ledger().ordered(), "ordered of " + written);
            demand(call.ledger().accepted() >= old.ledger().accepted(), "accepted of " + written);
            demand(startsWith(call.asked().people(), old.asked().people()), "asked of " + written);
        }
    }

    private static boolean startsWith(List<String> list, List<String> beginning) {
        return list.size() >= beginning.size()
                && list.subList(0, beginning.size()).equals(beginning);
    }

    private static int round(Call call) {
        return call.progress().round();
    }

    private static int step(Call call) {
        return call.progress().step();
    }
}
