package io.yobidashi.localcloud.slack.callback;

import java.time.Duration;

/** Does something after a while, on a thread of its own; forgets it when the process ends. */
@FunctionalInterface
public interface Later {
    void run(Duration delay, Runnable task);
}
