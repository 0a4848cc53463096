package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Press;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.TestCall;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A press becomes a call, a repeat that is counted, or a booth that waits; during do not disturb, where nobody is free, it
 * is counted as missed. A test is counted as a test. Each press once, however often it is delivered.
 */
final class EveryPressCounts implements Invariant {
    private final Set<String> counted = new HashSet<>();

    @Override
    public String promise() {
        return "every press counts, once";
    }

    @Override
    public void written(Written written) {
        if (written.before().recent().equals(written.next().recent())) {
            return;
        }
        Map<String, Press> fresh = new LinkedHashMap<>();
        for (var message : written.run().messages()) {
            if (message instanceof Press press && written.next().recent().contains(press.id())) {
                fresh.putIfAbsent(press.id(), press);
            }
        }
        fresh.keySet().removeIf(id -> written.before().recent().contains(id));
        fresh.keySet().forEach(id -> demand(counted.add(id), "press " + id + " is counted again"));
        if (!fresh.isEmpty()) {
            check(written, fresh.values());
        }
    }

    private void check(Written written, Collection<Press> fresh) {
        PersonStatus before = written.before();
        PersonStatus next = written.next();
        List<Press> calls =
                fresh.stream().filter(press -> press.click() != Click.LONG).toList();
        demand(tests(next) - tests(before) == fresh.size() - calls.size(), "tests of " + written);
        Call call = next.call();
        boolean same = call != null && before.hasCall(call.id());
        int now = presses(next) - (same ? presses(before) : 0) + newlyMissed(before, next);
        long waiting = calls.stream()
                .filter(press -> call != null && call.waiting().contains(press.button()))
                .count();
        demand(now <= calls.size(), "too many presses in " + written);
        demand(now + waiting >= calls.size(), "too few presses in " + written);
    }

    @Override
    public void atRest(Stage stage) {
        stage.people().presses().forEach(press -> demand(counted.contains(press.id()), press + " was lost"));
    }

    private static int presses(PersonStatus status) {
        return status.openCall().map(call -> call.progress().presses()).orElse(0);
    }

    /** A do not disturb counts its own: where the one before is over, the next begins with none. */
    private static int newlyMissed(PersonStatus before, PersonStatus next) {
        boolean goesOn = before.dnd() != null
                && next.dnd() != null
                && before.dnd().until().equals(next.dnd().until());
        return goesOn ? Math.max(0, missed(next) - missed(before)) : missed(next);
    }

    private static int missed(PersonStatus status) {
        return status.dnd() == null ? 0 : status.dnd().missed().ordered();
    }

    private static int tests(PersonStatus status) {
        TestCall test = status.test();
        return test == null ? 0 : test.ledger().ordered();
    }
}
