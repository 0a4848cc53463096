package io.yobidashi.aws.roster;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the roster's file for as long as the process runs, on a thread of its own. */
public final class RosterWatch {
    private static final Logger LOG = System.getLogger(RosterWatch.class.getName());

    private final LiveRoster roster;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread watch = new Thread(task, "roster");
        watch.setDaemon(true);
        return watch;
    });

    public RosterWatch(LiveRoster roster) {
        this.roster = roster;
    }

    public void start() {
        next(LiveRoster.EVERY);
    }

    public void stop() {
        thread.shutdownNow();
    }

    private void next(Duration pause) {
        if (!thread.isShutdown()) {
            thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        Duration pause = LiveRoster.EVERY;
        try {
            pause = roster.look();
        } catch (RuntimeException e) {
            // A bug of ours: with the looking over for good, nobody would learn why edits do nothing.
            LOG.log(Level.ERROR, "the roster's file could not be looked at", e);
        }
        next(pause);
    }
}
