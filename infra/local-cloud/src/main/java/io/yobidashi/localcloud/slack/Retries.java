package io.yobidashi.localcloud.slack;

import io.yobidashi.localcloud.slack.callback.Later;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits with events that the app did not take; real time, whatever the clock says. */
final class Retries implements Later, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final int MOST_WAITING = 10_000;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread daemon = new Thread(task, "slack-retries");
        daemon.setDaemon(true);
        return daemon;
    });

    @Override
    public void run(Duration delay, Runnable task) {
        if (thread.isShutdown()) {
            return;
        }
        if (thread.getQueue().size() >= MOST_WAITING) {
            LOG.warn("An event is given up: {} others wait to be sent again", MOST_WAITING);
            return;
        }
        thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
