package io.yobidashi.aws.queue;

import java.util.concurrent.atomic.AtomicLong;

/** What a consumer counts. Read from any thread. */
final class Counters {
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong returned = new AtomicLong();
    private volatile int inHand;

    void handled() {
        handled.incrementAndGet();
    }

    void rejected() {
        rejected.incrementAndGet();
    }

    void returned() {
        returned.incrementAndGet();
    }

    void inHand(int count) {
        inHand = count;
    }

    ConsumerStatus status(QueueName queue, Outage queueOutage, Outage dependency) {
        return new ConsumerStatus(
                queue,
                queueOutage.lastAnswer(),
                queueOutage.away(),
                dependency.away(),
                inHand,
                handled.get(),
                rejected.get(),
                returned.get());
    }
}
