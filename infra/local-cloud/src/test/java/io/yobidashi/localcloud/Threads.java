package io.yobidashi.localcloud;

import java.util.concurrent.Executor;

/** For what has to happen at the same time: the common pool of a small machine has one thread (since Java 25). */
public final class Threads {
    public static final Executor ONE_FOR_EACH = task -> new Thread(task).start();

    private Threads() {}
}
