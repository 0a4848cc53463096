package io.yobidashi.ack.door;

import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.status.PersonStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A quick look at a person's row, for what is said in return: worth having, not worth waiting for. Few looks run at a
 * time, so that a slow shadow service can't take all threads.
 */
public final class Glance {
    private static final Logger LOG = System.getLogger(Glance.class.getName());
    private static final int AT_A_TIME = 8;

    private final Shadows shadows;
    private final Executor threads;
    private final Duration limit;
    private final Semaphore room = new Semaphore(AT_A_TIME);

    /** @param threads may be blocked by reads */
    public Glance(Shadows shadows, Executor threads, Duration limit) {
        this.shadows = shadows;
        this.threads = threads;
        this.limit = limit;
    }

    /** Never fails: empty where the row can't be had within the limit. */
    public CompletableFuture<Optional<PersonStatus>> at(String person) {
        return rows(List.of(person))
                .thenApply(rows -> rows.stream().findFirst())
                .completeOnTimeout(Optional.empty(), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The rows of these people, in their order, without those that can't be had; as long as it takes. Never fails. */
    public CompletableFuture<List<PersonStatus>> rows(List<String> people) {
        if (!room.tryAcquire()) {
            return CompletableFuture.completedFuture(List.of());
        }
        CompletableFuture<List<PersonStatus>> seen = new CompletableFuture<>();
        try {
            threads.execute(() -> seen.complete(readAll(people)));
        } catch (RejectedExecutionException e) {
            room.release();
            seen.complete(List.of());
        }
        return seen;
    }

    private List<PersonStatus> readAll(List<String> people) {
        try {
            return people.stream().flatMap(person -> read(person).stream()).toList();
        } finally {
            room.release();
        }
    }

    private Optional<PersonStatus> read(String person) {
        try {
            return Optional.of(shadows.read(person).status());
        } catch (DependencyAwayException | UnreadableShadowException e) {
            LOG.log(Level.DEBUG, "no look at the row of {0}: {1}", person, e.getMessage());
            return Optional.empty();
        }
    }
}
