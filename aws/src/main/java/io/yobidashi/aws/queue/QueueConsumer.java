package io.yobidashi.aws.queue;

import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.port.DependencyAwayException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Receives the messages of a queue and has them handled, at least once each, for as long as the process lives: it gets
 * over any outage of the queue or of what the handler needs without a restart. One thread keeps the books; handlers run
 * on threads of their own.
 */
public final class QueueConsumer<M> {
    private static final Logger LOG = System.getLogger(QueueConsumer.class.getName());

    /** How long the last requests of a stop may take. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final ConsumerSettings settings;
    private final Handling<M> handling;
    private final ScheduledExecutorService loop;
    private final ExecutorService pool;
    private final Outage queueOutage;
    private final Outage dependency;
    private final Hand hand;
    private final Room room;
    private final Probe<Work<M>> probe;
    private final KeyedRuns<Work<M>, Outcome> runs;
    private final List<Poller> pollers = new ArrayList<>();
    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private boolean stopping;

    /** @param client its connections must suffice for all receives at a time and a few more */
    public QueueConsumer(SqsAsyncClient client, ConsumerSettings settings, Handling<M> handling, Clock clock) {
        this.settings = settings;
        this.handling = handling;
        String name = settings.queue().queue();
        loop = Executors.newSingleThreadScheduledExecutor(new NamedThreads(name));
        pool = Executors.newFixedThreadPool(settings.workers(), new NamedThreads(name + "-worker"));
        queueOutage = new Outage(name, clock);
        dependency = new Outage("what " + name + " needs", clock);
        room = new Room(settings.mostInHand());
        SqsQueue queue = new SqsQueue(client, settings.queue(), settings.visibility());
        hand = new Hand(queue, room, loop, new Random());
        probe = new Probe<>(new Probe.Parts(dependency, room, loop), backoff(), this::offer);
        runs = new KeyedRuns<>(new KeyedRuns.Workers(settings.workers(), pool), loop, this::handle, this::ended);
        Poller.Parts parts = new Poller.Parts(queue, room, queueOutage, loop);
        for (int i = 0; i < settings.receives(); i++) {
            pollers.add(new Poller(parts, settings.longPoll(), backoff(), this::delivered));
        }
    }

    public void start() {
        long extendEvery = settings.visibility().toMillis() * 2 / 5;
        loop.scheduleAtFixedRate(hand::extend, extendEvery, extendEvery, TimeUnit.MILLISECONDS);
        loop.execute(() -> pollers.forEach(Poller::next));
        LOG.log(Level.INFO, "{0}: receiving", settings.queue().queue());
    }

    /**
     * Receives no more, gives back at once what has not begun, waits for what is being handled for the drain time, gives
     * that back too if it is not done by then, and ends its threads. Takes the drain time and 1 s at most.
     */
    public void stop() {
        loop.execute(this::drain);
        loop.schedule(hand::giveBackAll, settings.drain().toMillis(), TimeUnit.MILLISECONDS);
        drained.completeOnTimeout(null, settings.drain().plus(FAREWELL).toMillis(), TimeUnit.MILLISECONDS)
                .join();
        pool.shutdownNow();
        loop.shutdownNow();
        LOG.log(Level.INFO, "{0}: stopped", settings.queue().queue());
    }

    /** May be asked from any thread. */
    public ConsumerStatus status() {
        return hand.counters().status(settings.queue(), queueOutage, dependency);
    }

    private void drain() {
        stopping = true;
        pollers.forEach(Poller::stop);
        runs.takeWaiting().forEach(work -> hand.giveBackNow(work.held()));
        if (probe.lasts()) {
            hand.giveBackAll();
        }
        room.whenUnused(() -> drained.complete(null));
    }

    private void delivered(List<Held> messages) {
        hand.take(messages);
        if (stopping) {
            messages.forEach(hand::giveBackNow);
            return;
        }
        if (probe.lasts()) {
            messages.forEach(hand::giveBackLater);
            return;
        }
        Map<String, List<Work<M>>> byKey = new LinkedHashMap<>();
        for (Held message : messages) {
            understood(message).ifPresent(work -> byKey.computeIfAbsent(work.key(), any -> new ArrayList<>())
                    .add(work));
        }
        byKey.forEach(this::offer);
    }

    private Optional<Work<M>> understood(Held held) {
        try {
            M message = handling.decoder().decode(held.received());
            return Optional.of(new Work<>(held, handling.key().apply(message), message));
        } catch (UnreadableMessageException e) {
            hand.reject(held, e.reason());
        } catch (RuntimeException e) {
            failed(held, e);
        }
        return Optional.empty();
    }

    private void offer(String key, List<Work<M>> work) {
        runs.offer(key, work);
    }

    private Outcome handle(String key, List<Work<M>> work) {
        return handling.handler().handle(key, work.stream().map(Work::message).toList());
    }

    private void ended(KeyedRuns.Run<Work<M>> run, @Nullable Outcome outcome, @Nullable Throwable failure) {
        Throwable cause = QueueUrls.cause(failure);
        if (cause instanceof DependencyAwayException) {
            away(run, String.valueOf(cause.getMessage()));
            return;
        }
        probe.worked();
        for (Work<M> work : run.items()) {
            if (outcome == null) {
                failed(work.held(), cause);
            } else {
                letGo(work.held(), outcome);
            }
        }
    }

    private void away(KeyedRuns.Run<Work<M>> run, String reason) {
        List<Work<M>> others = new ArrayList<>(stopping ? run.items() : probe.failed(run, reason));
        others.addAll(runs.takeWaiting());
        others.forEach(work -> hand.giveBackLater(work.held()));
    }

    private void letGo(Held message, Outcome outcome) {
        if (outcome instanceof Outcome.Retry retry) {
            LOG.log(
                    Level.DEBUG,
                    "message {0} is given back: {1}",
                    message.received().messageId(),
                    retry.reason());
            hand.giveBack(message, retry.after());
        } else if (outcome instanceof Outcome.Reject reject) {
            hand.reject(message, reject.reason());
        } else {
            hand.done(message);
        }
    }

    private void failed(Held message, @Nullable Throwable failure) {
        String what = failure == null ? "no outcome" : failure.getClass().getName();
        String id = message.received().messageId();
        LOG.log(
                Level.ERROR,
                "message {0} of {1} could not be handled: {2}",
                id,
                settings.queue().queue(),
                what);
        hand.giveBackLater(message);
    }

    private static Backoff backoff() {
        return new Backoff(new Random());
    }

    private record Work<M>(Held held, String key, M message) {}
}
