package io.yobidashi.core.testing;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a parser may do with anything: give what it read, or refuse it by its own exception, and never hang. */
public final class Parsing {
    /** Far more than any body takes, also on a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ExecutorService READER = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "parsing");
        thread.setDaemon(true);
        return thread;
    });

    private Parsing() {}

    /** @param refusal the only exception that may come */
    public static void refusesOnlyBy(Class<? extends RuntimeException> refusal, Runnable parser) {
        try {
            READER.submit(parser).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!refusal.isInstance(e.getCause())) {
                throw new AssertionError("no refusal, but " + e.getCause().getClass(), e.getCause());
            }
        } catch (TimeoutException e) {
            throw new AssertionError("it hangs", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
