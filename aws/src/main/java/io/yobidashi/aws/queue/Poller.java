package io.yobidashi.aws.queue;

import io.yobidashi.core.port.DependencyAwayException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One receive after another, whatever happens. While all is well each is a long poll, which also is the pulse of a queue
 * from which nothing comes; after trouble short ones ask whether it is back. Used by the consumer's loop thread only.
 */
final class Poller {
    private final SqsQueue queue;
    private final Room room;
    private final Outage outage;
    private final Duration wait;
    private final Backoff backoff;
    private final ScheduledExecutorService loop;
    private final Consumer<List<Held>> delivery;
    private @Nullable CompletableFuture<List<Held>> receiving;
    private boolean stopped;

    Poller(Parts parts, Duration wait, Backoff backoff, Consumer<List<Held>> delivery) {
        this.queue = parts.queue();
        this.room = parts.room();
        this.outage = parts.outage();
        this.loop = parts.loop();
        this.wait = wait;
        this.backoff = backoff;
        this.delivery = delivery;
    }

    void next() {
        if (!stopped) {
            room.ask(this::receive);
        }
    }

    /** Ends the receive that is under way too. */
    void stop() {
        stopped = true;
        if (receiving != null) {
            receiving.cancel(true);
        }
    }

    private void receive(int most) {
        if (stopped) {
            room.giveBack(most);
            return;
        }
        receiving = queue.receive(most, outage.lasts() ? Duration.ZERO : wait);
        receiving.whenCompleteAsync((messages, failure) -> received(most, messages, failure), loop);
    }

    private void received(int most, @Nullable List<Held> messages, @Nullable Throwable failure) {
        receiving = null;
        if (messages != null) {
            outage.worked();
            backoff.reset();
            delivery.accept(messages);
            room.giveBack(most - messages.size());
            next();
            return;
        }
        room.giveBack(most);
        if (!stopped) {
            outage.failed(failure == null ? "no answer" : DependencyAwayException.reason(failure));
            loop.schedule(this::next, backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What the pollers of a consumer share. */
    record Parts(SqsQueue queue, Room room, Outage outage, ScheduledExecutorService loop) {}
}
