package io.yobidashi.aws.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches of single calls without waiting for company: an item goes at once while a lane is free, else together
 * with those that came meanwhile. Safe for any number of threads; never blocks.
 */
final class GroupCommit<T, R> {
    /** What SQS takes in one batch. */
    static final int BATCH = 10;

    private final Lanes lanes;
    private final Function<List<T>, CompletableFuture<List<CompletableFuture<R>>>> call;
    private final Deque<Entry<T, R>> waiting = new ArrayDeque<>();
    private int inFlight;

    /** @param call sends a batch; its answer has one completed result for each item, in their order */
    GroupCommit(Lanes lanes, Function<List<T>, CompletableFuture<List<CompletableFuture<R>>>> call) {
        this.lanes = lanes;
        this.call = call;
    }

    /**
     * @return the item's own result. An item whose result is completed by the caller before its turn is not sent.
     *     Fails with {@link QueueFullException} where too many wait
     */
    CompletableFuture<R> add(T item) {
        Entry<T, R> entry = new Entry<>(item, new CompletableFuture<>());
        synchronized (this) {
            if (waiting.size() >= lanes.mostWaiting()) {
                return CompletableFuture.failedFuture(new QueueFullException(waiting.size()));
            }
            waiting.add(entry);
        }
        flush();
        return entry.result();
    }

    private void flush() {
        for (List<Entry<T, R>> batch = next(); !batch.isEmpty(); batch = next()) {
            send(batch);
        }
    }

    private synchronized List<Entry<T, R>> next() {
        List<Entry<T, R>> batch = new ArrayList<>(BATCH);
        while (inFlight < lanes.count() && batch.size() < BATCH && !waiting.isEmpty()) {
            Entry<T, R> entry = waiting.remove();
            if (!entry.result().isDone()) {
                batch.add(entry);
            }
        }
        if (!batch.isEmpty()) {
            inFlight++;
        }
        return batch;
    }

    private void send(List<Entry<T, R>> batch) {
        CompletableFuture<List<CompletableFuture<R>>> answer;
        try {
            answer = call.apply(batch.stream().map(Entry::item).toList());
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((results, failure) -> {
            synchronized (this) {
                inFlight--;
            }
            flush();
            settle(batch, results, failure);
        });
    }

    private void settle(
            List<Entry<T, R>> batch, @Nullable List<CompletableFuture<R>> results, @Nullable Throwable failure) {
        for (int i = 0; i < batch.size(); i++) {
            CompletableFuture<R> own = batch.get(i).result();
            if (results == null) {
                own.completeExceptionally(failure == null ? new IllegalStateException("no answer") : failure);
            } else {
                results.get(i).whenComplete((result, refusal) -> {
                    if (refusal == null) {
                        own.complete(result);
                    } else {
                        own.completeExceptionally(refusal);
                    }
                });
            }
        }
    }

    /**
     * @param count how many batches may be on their way at a time; with one, items keep their order
     * @param mostWaiting how many items may wait for their turn
     */
    record Lanes(int count, int mostWaiting) {}

    private record Entry<T, R>(T item, CompletableFuture<R> result) {}
}
