package io.yobidashi.aws.queue;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Feels whether a queue is alive while nothing comes from it. A long poll alone can't tell: it may wait on a dead
 * connection, or on a queue that was deleted, also where one of that name is there again. Used by the consumer's loop
 * thread only.
 */
final class Pulse {
    private static final long EVERY_MILLIS = 3_000;

    private final SqsQueue queue;
    private final Outage outage;
    private final ScheduledExecutorService loop;
    private final List<Poller> pollers;
    private long answersBefore;
    private @Nullable String createdBefore;

    Pulse(Poller.Parts parts, List<Poller> pollers) {
        this.queue = parts.queue();
        this.outage = parts.outage();
        this.loop = parts.loop();
        this.pollers = pollers;
    }

    void start() {
        loop.scheduleWithFixedDelay(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (outage.lasts()) {
            createdBefore = null;
            return;
        }
        boolean silent = outage.answers() == answersBefore;
        answersBefore = outage.answers();
        if (silent) {
            queue.created().whenCompleteAsync(this::felt, loop);
        }
    }

    private void felt(@Nullable String created, @Nullable Throwable failure) {
        if (created == null) {
            interrupt(String.valueOf(QueueUrls.cause(failure)));
        } else if (createdBefore != null && !created.equals(createdBefore)) {
            interrupt("the queue was made anew");
        }
        createdBefore = created;
    }

    private void interrupt(String reason) {
        outage.failed(reason);
        pollers.forEach(Poller::interrupt);
    }
}
