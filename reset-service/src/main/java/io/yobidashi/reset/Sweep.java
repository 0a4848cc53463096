package io.yobidashi.reset;

import io.yobidashi.core.handler.Sweeper;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.UnreadableShadowException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One sweep after the other. What one can't do is left to the next one. */
final class Sweep implements Runnable {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    /** A sweep of many people may take longer; the next copy sweeps them anew. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Sweeper sweeper;
    private final Semaphore turn = new Semaphore(1);

    Sweep(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    /** Does nothing while another sweep is under way, and after the stop. */
    @Override
    public void run() {
        if (!turn.tryAcquire()) {
            return;
        }
        try {
            sweeper.sweep();
        } catch (DependencyAwayException | UnreadableShadowException e) {
            LOG.warnf("the sweep ended early, the next one tries again: %s", e.getMessage());
        } finally {
            turn.release();
        }
    }

    /** Lets no other sweep begin, and gives the one under way 2 s to end before its clients are closed. */
    void stop() {
        try {
            if (!turn.tryAcquire(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped in the middle of a sweep, the next one does the rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
