package io.yobidashi.aws.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * The messages in hand: kept from the eyes of others while they are, and let go of in one of three ways. Used by the
 * consumer's loop thread only, but for its counters.
 */
final class Hand {
    private static final Logger LOG = System.getLogger(Hand.class.getName());
    private static final Duration MOST_DELAY = Duration.ofSeconds(5);

    private final SqsQueue queue;
    private final Room room;
    private final Executor loop;
    private final RandomGenerator random;
    private final Set<Held> held = new LinkedHashSet<>();
    private final Set<Held> leaving = new LinkedHashSet<>();
    private final Counters counters = new Counters();

    Hand(SqsQueue queue, Room room, Executor loop, RandomGenerator random) {
        this.queue = queue;
        this.room = room;
        this.loop = loop;
        this.random = random;
    }

    Counters counters() {
        return counters;
    }

    void take(List<Held> messages) {
        held.addAll(messages);
        counters.inHand(held.size() + leaving.size());
    }

    void done(Held message) {
        if (held.contains(message)) {
            counters.handled();
            letGo(message, queue.delete(message));
        }
    }

    /** @param after at most 5 s count, and a little chance is added */
    void giveBack(Held message, Duration after) {
        if (!held.contains(message)) {
            return;
        }
        counters.returned();
        long millis = after.compareTo(MOST_DELAY) > 0 ? MOST_DELAY.toMillis() : after.toMillis();
        Duration delay = Duration.ofMillis(millis + random.nextLong(millis / 5 + 1));
        letGo(message, queue.giveBack(message, delay));
    }

    /** Gives back what can't be done now: each time for longer, up to 5 s. */
    void giveBackLater(Held message) {
        int tries = Math.min(message.received().receiveCount(), 3);
        giveBack(message, Duration.ofSeconds(Math.min(4, 1L << (tries - 1))));
    }

    /** Where the dead letters can't be reached, the message is given back. */
    void reject(Held message, String reason) {
        LOG.log(
                Level.WARNING,
                "message {0} of {1} goes to the dead letters: {2}",
                message.received().messageId(),
                queue.name().queue(),
                reason);
        queue.bury(message, reason)
                .whenCompleteAsync(
                        (buried, failure) -> {
                            if (failure == null) {
                                counters.rejected();
                                letGo(message, queue.delete(message));
                            } else {
                                giveBackLater(message);
                            }
                        },
                        loop);
    }

    /** Keeps all in hand from the eyes of others for longer. */
    void extend() {
        held.forEach(queue::extend);
    }

    /** Anybody may have it now. */
    void giveBackNow(Held message) {
        giveBack(message, Duration.ZERO);
    }

    void giveBackAll() {
        new ArrayList<>(held).forEach(this::giveBackNow);
    }

    private void letGo(Held message, CompletableFuture<?> farewell) {
        held.remove(message);
        leaving.add(message);
        farewell.whenCompleteAsync(
                (gone, failure) -> {
                    // Where it failed, the message is anybody's once its visibility is over: harmless, it comes again.
                    leaving.remove(message);
                    counters.inHand(held.size() + leaving.size());
                    if (failure != null) {
                        LOG.log(Level.DEBUG, "could not let go of {0}: {1}", message.received(), failure.getMessage());
                    }
                    room.giveBack(1);
                },
                loop);
    }
}
