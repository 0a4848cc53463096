package io.yobidashi.aws.queue;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While something that the handler needs is out of reach, one message is kept and tried again and again, and none is
 * received. Any end of any run but one more "out of reach" is the sign that it is back. Used by the consumer's loop
 * thread only.
 */
final class Probe<T> {
    private final Outage outage;
    private final Room room;
    private final Backoff backoff;
    private final ScheduledExecutorService loop;
    private final Again<T> again;
    private @Nullable T kept;

    Probe(Parts parts, Backoff backoff, Again<T> again) {
        this.outage = parts.outage();
        this.room = parts.room();
        this.loop = parts.loop();
        this.backoff = backoff;
        this.again = again;
    }

    boolean lasts() {
        return outage.lasts();
    }

    /** @return those of the run that are not kept */
    List<T> failed(KeyedRuns.Run<T> run, String reason) {
        outage.failed(reason);
        room.close();
        T first = run.items().get(0);
        if (kept != null && kept != first) {
            return run.items();
        }
        kept = first;
        loop.schedule(
                () -> again.offer(run.key(), List.of(first)), backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        return run.items().subList(1, run.items().size());
    }

    void worked() {
        kept = null;
        backoff.reset();
        outage.worked();
        room.open();
    }

    record Parts(Outage outage, Room room, ScheduledExecutorService loop) {}

    /** Where the kept one goes when it is to be tried again. */
    @FunctionalInterface
    interface Again<T> {
        void offer(String key, List<T> items);
    }
}
