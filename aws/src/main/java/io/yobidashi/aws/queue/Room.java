package io.yobidashi.aws.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;

/** How many more messages may be received. Used by the consumer's loop thread only. */
final class Room {
    private final int most;
    private final Deque<IntConsumer> waiting = new ArrayDeque<>();
    private int free;
    private boolean closed;
    private Runnable whenUnused = () -> {};

    Room(int most) {
        this.most = most;
        this.free = most;
    }

    /** Calls back with how many messages may be received, 1 to 10, as soon as there is room for any. */
    void ask(IntConsumer receiver) {
        waiting.add(receiver);
        serve();
    }

    void giveBack(int count) {
        free += count;
        serve();
        if (free == most) {
            whenUnused.run();
        }
    }

    /** Grants nothing until opened again. */
    void close() {
        closed = true;
    }

    void open() {
        closed = false;
        serve();
    }

    /** Runs this once nothing is granted any more, which may be now. */
    void whenUnused(Runnable then) {
        whenUnused = then;
        giveBack(0);
    }

    private void serve() {
        while (!closed && free > 0 && !waiting.isEmpty()) {
            int granted = Math.min(free, GroupCommit.BATCH);
            free -= granted;
            waiting.remove().accept(granted);
        }
    }
}
