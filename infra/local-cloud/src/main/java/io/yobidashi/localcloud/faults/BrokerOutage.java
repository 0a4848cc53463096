package io.yobidashi.localcloud.faults;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the broker away as long as a plan says so, and never leaves it away. */
final class BrokerOutage {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerOutage.class);
    private static final int SECONDS_TO_NEXT_TRY = 1;

    private final Faults faults;
    private final ScheduledExecutorService thread;
    private final Runnable stop;
    private final Runnable start;
    private boolean away;
    private Future<?> end;

    BrokerOutage(Faults faults, ScheduledExecutorService thread, Runnable stop, Runnable start) {
        this.faults = faults;
        this.thread = thread;
        this.stop = stop;
        this.start = start;
    }

    void watch() {
        faults.watch(cloud -> {
            if (cloud.equals(IotWire.CLOUD)) {
                await(thread.submit(this::follow));
            }
        });
    }

    /** Whoever sets a plan goes on when the broker is as the plan says. */
    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not follow the fault plan", e.getCause());
        }
    }

    private void follow() {
        long nanos = faults.awayNanos(IotWire.CLOUD, IotWire.MQTT);
        if (end != null) {
            end.cancel(false);
        }
        if (nanos > 0) {
            away = true;
            faults.count(IotWire.CLOUD, Kind.AWAY);
            end = thread.schedule(this::bringBack, nanos, TimeUnit.NANOSECONDS);
            stop.run();
        } else if (away) {
            bringBack();
        }
    }

    private void bringBack() {
        try {
            start.run();
            away = false;
        } catch (RuntimeException e) {
            LOG.warn("The broker is to return after an outage, but did not start: {}", e.getMessage());
            end = thread.schedule(this::bringBack, SECONDS_TO_NEXT_TRY, TimeUnit.SECONDS);
        }
    }
}
