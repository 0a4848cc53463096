package io.yobidashi.core.testing;

import java.lang.management.ManagementFactory;

/**
 * What this process holds: its threads, and its heap once garbage is collected. More of either with every request would
 * be a leak.
 */
record Footprint(int threads, long heapBytes) {
    /** Pools fill up to their size sooner or later. */
    private static final int MORE_THREADS = 64;

    private static final long MORE_BYTES = 64L * 1024 * 1024;

    static Footprint now() {
        System.gc();
        return new Footprint(
                ManagementFactory.getThreadMXBean().getThreadCount(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /** @throws AssertionError where that is not so, far beyond what chance and pools explain */
    void demandNoMoreThan(Footprint before) {
        if (threads > before.threads() + MORE_THREADS || heapBytes > before.heapBytes() + MORE_BYTES) {
            throw new AssertionError("something leaks: " + this + " after " + before);
        }
    }
}
