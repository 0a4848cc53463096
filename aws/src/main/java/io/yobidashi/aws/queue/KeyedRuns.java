package io.yobidashi.aws.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs work by key: never two runs of one key at a time, each run with all that has come for its key by then. Used by
 * the consumer's loop thread only; the work itself runs on the workers.
 */
final class KeyedRuns<T, R> {
    /** The most that one run takes. */
    static final int MOST = 100;

    private final Workers workers;
    private final Executor loop;
    private final BiFunction<String, List<T>, R> work;
    private final Ending<T, R> ending;
    private final Map<String, Deque<T>> waiting = new HashMap<>();
    private final Deque<String> turns = new ArrayDeque<>();
    private final Set<String> running = new HashSet<>();

    KeyedRuns(Workers workers, Executor loop, BiFunction<String, List<T>, R> work, Ending<T, R> ending) {
        this.workers = workers;
        this.loop = loop;
        this.work = work;
        this.ending = ending;
    }

    void offer(String key, List<T> items) {
        Deque<T> queue = waiting.computeIfAbsent(key, any -> new ArrayDeque<>());
        if (queue.isEmpty() && !running.contains(key)) {
            turns.add(key);
        }
        queue.addAll(items);
        begin();
    }

    /** Takes back all that waits. */
    List<T> takeWaiting() {
        List<T> taken = new ArrayList<>();
        waiting.values().forEach(taken::addAll);
        waiting.clear();
        turns.clear();
        return taken;
    }

    private void begin() {
        while (running.size() < workers.count() && !turns.isEmpty()) {
            String key = turns.remove();
            List<T> items = take(key);
            running.add(key);
            CompletableFuture.supplyAsync(() -> work.apply(key, items), workers.pool())
                    .whenCompleteAsync((result, failure) -> end(new Run<>(key, items), result, failure), loop);
        }
    }

    private List<T> take(String key) {
        Deque<T> queue = waiting.get(key);
        List<T> items = new ArrayList<>();
        while (items.size() < MOST && !queue.isEmpty()) {
            items.add(queue.remove());
        }
        if (queue.isEmpty()) {
            waiting.remove(key);
        }
        return items;
    }

    private void end(Run<T> run, @Nullable R result, @Nullable Throwable failure) {
        running.remove(run.key());
        if (waiting.containsKey(run.key())) {
            turns.add(run.key());
        }
        ending.ended(run, result, failure);
        begin();
    }

    /** The threads that work is run on. */
    record Workers(int count, Executor pool) {}

    /** Items of one key that were handled together. */
    record Run<T>(String key, List<T> items) {}

    /** Told of each run's end: with its result, or with what its work threw. */
    @FunctionalInterface
    interface Ending<T, R> {
        void ended(Run<T> run, @Nullable R result, @Nullable Throwable failure);
    }
}
