package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.status.State;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What becomes of what is sent: the twin in memory and the real queues with their sender and their consumer alike. One hop
 * holds a message for a second at most.
 */
public abstract class QueuesContract {
    protected static final Duration MAX_DELAY = Duration.ofSeconds(1);

    private final Queue<Reset> seen = new ConcurrentLinkedQueue<>();

    protected abstract MessageSender sender();

    protected abstract Clock clock();

    protected abstract void away(boolean isAway);

    /** Has resets handled until the queue holds none. */
    protected abstract void work(Function<Reset, Outcome> handler);

    protected abstract List<Message> deadLetters();

    @Test
    void what_is_done_is_gone() {
        sender().send(List.of(due("one"), due("two")));

        work(this::see);

        assertThat(seen).extracting(Reset::callId).containsExactlyInAnyOrder("one", "two");
        work(this::see);
        assertThat(seen).hasSize(2);
    }

    @Test
    void what_is_due_later_is_sent_on_until_it_is_due() {
        Instant due = clock().instant().plusSeconds(3);
        Delayed later = Delayed.of(new Reset("sato", "later", 1, State.CALLING, due));
        sender().send(List.of(later));

        AtomicInteger early = new AtomicInteger();
        work(reset -> {
            if (due.isAfter(clock().instant())) {
                early.incrementAndGet();
                sender().send(List.of(later));
            }
            return see(reset);
        });

        assertThat(clock().instant()).isAfterOrEqualTo(due);
        assertThat(seen).as("its hops, and once when it was due").hasSize(early.get() + 1);
        assertThat(early).hasValueLessThan(4);
    }

    @Test
    void what_cannot_be_done_yet_comes_again() {
        sender().send(List.of(due("one")));

        work(reset -> {
            see(reset);
            return seen.size() < 3 ? new Outcome.Retry(Duration.ofMillis(10), "not yet") : Outcome.DONE;
        });

        assertThat(seen).hasSize(3);
    }

    @Test
    void what_a_handler_failed_at_comes_again() {
        sender().send(List.of(due("one")));

        work(reset -> {
            see(reset);
            if (seen.size() == 1) {
                throw new IllegalStateException("a bug");
            }
            return Outcome.DONE;
        });

        assertThat(seen).hasSize(2);
    }

    @Test
    void what_needs_somebody_who_is_away_comes_again() {
        sender().send(List.of(due("one")));

        work(reset -> {
            see(reset);
            if (seen.size() == 1) {
                throw new DependencyAwayException("the shadow service", new ConnectException("refused"));
            }
            return Outcome.DONE;
        });

        assertThat(seen).hasSize(2);
    }

    @Test
    void what_nobody_understands_is_a_dead_letter_at_once() {
        Delayed strange = due("strange");
        sender().send(List.of(strange, due("one")));

        work(reset -> {
            see(reset);
            return "strange".equals(reset.callId()) ? new Outcome.Reject("no such person") : Outcome.DONE;
        });

        assertThat(seen).hasSize(2);
        assertThat(deadLetters()).containsExactly(strange.message());
    }

    @Test
    void queues_that_are_away_take_nothing_and_say_so() {
        away(true);
        assertThatThrownBy(() -> sender().send(List.of(due("one")))).isInstanceOf(DependencyAwayException.class);
        away(false);
        sender().send(List.of(due("two")));

        work(this::see);

        assertThat(seen).extracting(Reset::callId).containsExactly("two");
    }

    private Outcome see(Reset reset) {
        seen.add(reset);
        return Outcome.DONE;
    }

    /** To the millisecond, as messages tell times. */
    private Delayed due(String callId) {
        Instant now = Instant.ofEpochMilli(clock().millis());
        return Delayed.of(new Reset("sato", callId, 1, State.CALLING, now));
    }
}
