package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.simulation.Happening.Written;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.time.Instant;
import java.util.Objects;

/**
 * A reset closes only the state that it was made for, and not before its time; a reminder asks only in the round that it
 * was made for, and only forwards. So no timer that was decided before an answer does anything after it.
 */
final class TimersActOnWhatTheyWereMadeFor implements Invariant {
    @Override
    public String promise() {
        return "timers act only on what they were made for";
    }

    @Override
    public void written(Written written) {
        if (!Essence.changed(written)) {
            return;
        }
        Instant now = written.run().process().clock().instant();
        if (written.run().isSweep()) {
            Instant until = written.before().until();
            demand(until != null && until.plus(Process.GRACE).isBefore(now), "swept before its time: " + written);
            return;
        }
        Message message = written.run().messages().get(0);
        if (message instanceof Reset reset) {
            demand(isMadeFor(reset, written.before()), "another state: " + written);
            demand(!reset.until().isAfter(now), "before its time: " + written);
        } else if (message instanceof Reminder reminder) {
            demand(isMadeFor(reminder, written), "another round, or asked before: " + written);
            demand(!reminder.due().isAfter(now), "before its time: " + written);
        }
    }

    private static boolean isMadeFor(Reset reset, PersonStatus before) {
        Call call = before.call();
        return before.person().equals(reset.person())
                && before.state() == reset.state()
                && reset.until().equals(before.until())
                && Objects.equals(call == null ? null : call.id(), reset.callId())
                && (call == null ? 0 : call.progress().round()) == reset.round();
    }

    private static boolean isMadeFor(Reminder reminder, Written written) {
        Call before = written.before().call();
        Call next = written.next().call();
        return before != null
                && next != null
                && written.person().equals(reminder.person())
                && written.before().state() == State.CALLING
                && before.id().equals(reminder.callId())
                && before.progress().round() == reminder.round()
                && before.progress().step() < reminder.step()
                && next.progress().step() == reminder.step();
    }
}
