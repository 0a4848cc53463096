package io.yobidashi.call;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which buttons are noted. Once closed, what it is given is dropped: no press may fail of it. */
final class ButtonThread implements ButtonWatch.Later, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1,
            task -> {
                Thread made = new Thread(task, "button-watch");
                made.setDaemon(true);
                return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public void run(Runnable task, Duration pause) {
        thread.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
