package io.yobidashi.reset;

import io.yobidashi.core.handler.Sweeper;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.UnreadableShadowException;
import org.jboss.logging.Logger;

/** One sweep. What it can't do is left to the next one. */
record Sweep(Sweeper sweeper) implements Runnable {
    private static final Logger LOG = Logger.getLogger(Sweep.class);

    @Override
    public void run() {
        try {
            sweeper.sweep();
        } catch (DependencyAwayException | UnreadableShadowException e) {
            LOG.warnf("the sweep ended early, the next one tries again: %s", e.getMessage());
        }
    }
}
