package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is asked by name by a decision that was made, which is: whose row was read, after they had asked not to be
 * disturbed, or outside their hours. The group may be asked always: it is a mention of nobody in particular.
 */
final class NobodyIsAskedDuringDoNotDisturb implements Invariant {
    /** So long a run may take from its decision to its write. */
    private static final Duration HANDLING = Duration.ofSeconds(8);

    @Override
    public String promise() {
        return "nobody is asked during do not disturb";
    }

    @Override
    public void written(Written written) {
        Call call = written.next().call();
        if (call == null || call.asked().nobody() || !orders(written, call)) {
            return;
        }
        String asked = call.asked().last();
        PersonStatus known = written.run().whenRead(written.person()).get(asked);
        if (!asked.equals(Asked.GROUP) && known != null) {
            Dnd dnd = known.dnd();
            Instant now = written.run().process().clock().instant();
            demand(!isInForce(dnd, now), asked + " is asked: " + written);
            demand(
                    Cast.isAtWork(asked, now) || Cast.isAtWork(asked, now.minus(HANDLING)),
                    asked + " is asked off hours: " + written);
        }
    }

    /** Off hours are told by the clock alone: what the row says of them was written by another's clock. */
    private static boolean isInForce(@Nullable Dnd dnd, Instant now) {
        return dnd != null && !dnd.offHours() && dnd.inForceAt(now);
    }

    private static boolean orders(Written written, Call call) {
        boolean same = written.before().hasCall(call.id());
        int before = same ? written.before().call().ledger().ordered() : 0;
        return call.ledger().ordered() > before;
    }
}
