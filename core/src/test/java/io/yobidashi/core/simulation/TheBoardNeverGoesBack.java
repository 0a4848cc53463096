package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.LastCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A viewer who gets documents late, twice and in any order, and shows one only if its version is higher, never sees a call
 * again that was shown as ended, nor an earlier round of it.
 */
final class TheBoardNeverGoesBack implements Invariant {
    private final Map<String, Written> onItsWay = new HashMap<>();
    private final Map<String, Written> shown = new HashMap<>();
    private final Set<String> over = new HashSet<>();

    @Override
    public String promise() {
        return "the board never goes back";
    }

    /** Every third document comes after the one that follows it. */
    @Override
    public void written(Written written) {
        if (written.version() % 3 == 0) {
            onItsWay.put(written.person(), written);
            return;
        }
        arrives(written);
        Optional.ofNullable(onItsWay.remove(written.person())).ifPresent(this::arrives);
    }

    private void arrives(Written document) {
        Written before = shown.get(document.person());
        if (before != null && before.version() >= document.version()) {
            return;
        }
        shown.put(document.person(), document);
        document.next().openCall().ifPresent(call -> {
            demand(!over.contains(call.id()), "an ended call is shown: " + document);
            demand(before == null || round(before, call) <= call.progress().round(), document);
        });
        Optional.ofNullable(document.next().last()).map(LastCall::id).ifPresent(over::add);
    }

    private static int round(Written before, Call call) {
        return before.next()
                .openCall()
                .filter(other -> other.id().equals(call.id()))
                .map(other -> other.progress().round())
                .orElse(0);
    }
}
