package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Reset;
import io.yobidashi.core.simulation.Happening.Sent;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Timer first, shadow second: whenever a shadow says when its state ends, the queue has the timer for that. */
final class EveryEndHasItsTimer implements Invariant {
    private final Set<Reset> timers = new HashSet<>();

    @Override
    public String promise() {
        return "every end has its timer";
    }

    @Override
    public void sent(Sent sent) {
        sent.messages().stream()
                .filter(Reset.class::isInstance)
                .map(Reset.class::cast)
                .forEach(timers::add);
    }

    @Override
    public void written(Written written) {
        PersonStatus next = written.next();
        if (next.until() != null
                && !Objects.equals(next.until(), written.before().until())) {
            Call call = next.call();
            Reset needed = call == null
                    ? new Reset(next.person(), null, 0, next.state(), next.until())
                    : new Reset(next.person(), call.id(), call.progress().round(), next.state(), next.until());
            demand(timers.contains(needed), "nobody sent " + needed + " before " + written);
        }
    }
}
