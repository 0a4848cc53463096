package io.yobidashi.core.testing;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Hop;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.MessageSender;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The queues' twin: keeps what was sent, in its order, and holds each message until somebody has it deleted, as SQS does.
 * A test can take the queues away.
 */
public final class InMemoryQueues implements MessageSender {
    /** How long a message that was received is out of sight, unless it is given back. */
    public static final Duration VISIBILITY = Duration.ofSeconds(10);

    private static final Duration MOST_DELAY = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration maxDelay;
    private final List<Delayed> sent = new ArrayList<>();
    private final List<Letter> held = new ArrayList<>();
    private final List<Message> dead = new ArrayList<>();
    private boolean away;

    /** Queues whose messages nobody receives. */
    public InMemoryQueues() {
        this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Hop.SQS_LIMIT);
    }

    /** @param maxDelay the longest delay of one hop */
    public InMemoryQueues(Clock clock, Duration maxDelay) {
        this.clock = clock;
        this.maxDelay = maxDelay;
    }

    public void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void send(List<Delayed> messages) {
        send(messages, clock);
    }

    /** @param senders the clock by which the sender asks for a delay */
    public void send(List<Delayed> messages, Clock senders) {
        if (away) {
            throw new DependencyAwayException("the queue", new ConnectException("refused"));
        }
        sent.addAll(messages);
        for (Delayed each : messages) {
            int delay = Hop.seconds(senders.instant(), each.due(), maxDelay);
            held.add(new Letter(each.message(), clock.instant().plusSeconds(delay)));
        }
    }

    public List<Delayed> sent() {
        return List.copyOf(sent);
    }

    public <M extends Message> List<M> sent(Class<M> type) {
        return sent.stream()
                .map(Delayed::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public void clear() {
        sent.clear();
        held.clear();
    }

    /** All that is held, in sight or not, the oldest first. */
    public List<Letter> held() {
        return List.copyOf(held);
    }

    /** What can be received now, the oldest first. */
    public List<Letter> inSight() {
        Instant now = clock.instant();
        return held.stream().filter(letter -> !letter.visibleAt.isAfter(now)).toList();
    }

    /** When the next message can be received; empty where none is held. */
    public Optional<Instant> next() {
        return held.stream().map(letter -> letter.visibleAt).min(Comparator.naturalOrder());
    }

    /** Hands a message out, which nobody else gets for {@link #VISIBILITY}. */
    public Message receive(Letter letter) {
        letter.visibleAt = clock.instant().plus(VISIBILITY);
        return letter.message;
    }

    /** Does with a message what its handler wants, as the consumers of the services do. */
    public void settle(Letter letter, Outcome outcome) {
        if (outcome instanceof Outcome.Retry retry) {
            giveBack(letter, retry.after());
            return;
        }
        held.remove(letter);
        if (outcome instanceof Outcome.Reject) {
            dead.add(letter.message);
        }
    }

    /** Gives back a message whose handler failed, or could not reach what it needs. */
    public void giveBack(Letter letter) {
        giveBack(letter, AFTER_FAILURE);
    }

    private void giveBack(Letter letter, Duration after) {
        letter.visibleAt = clock.instant().plus(after.compareTo(MOST_DELAY) > 0 ? MOST_DELAY : after);
    }

    /** Loses a message, which SQS does not. */
    public void lose(Letter letter) {
        held.remove(letter);
    }

    /** What no handler understood. */
    public List<Message> deadLetters() {
        return List.copyOf(dead);
    }

    /** SQS delivers at least once: one more of the same. */
    public void repeat(Message message) {
        held.add(new Letter(message, clock.instant()));
    }

    /** One message in a queue. Two of the same message are two letters. */
    public static final class Letter {
        private final Message message;
        private Instant visibleAt;

        private Letter(Message message, Instant visibleAt) {
            this.message = message;
            this.visibleAt = visibleAt;
        }

        public Message message() {
            return message;
        }

        public Instant visibleAt() {
            return visibleAt;
        }
    }
}
