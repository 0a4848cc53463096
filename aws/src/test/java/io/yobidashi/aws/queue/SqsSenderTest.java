package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsSenderTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant AT = Instant.ofEpochMilli(1_763_928_000_000L);

    private final TestQueues queues = new TestQueues();
    private final SqsSender sender = new SqsSender(queues.client(), Duration.ofSeconds(1), CLOCK);

    @AfterEach
    void close() {
        queues.close();
    }

    @Test
    void each_message_goes_to_the_queue_of_its_type() {
        Press press = new Press("p1", "button", Click.SINGLE, AT, null);
        Answer answer = Answer.ok("a1", "USATO", null, AT);
        Reset reset = new Reset("sato", "call", 1, State.CALLING, AT);
        Reminder reminder = new Reminder("sato", "call", 1, 1, AT);
        Tell tell = new Tell("sato", null);

        sender.send(List.of(
                Delayed.now(press), Delayed.now(answer), Delayed.of(reset), Delayed.of(reminder), Delayed.now(tell)));

        assertThat(received(QueueName.PRESSES)).containsExactly(press);
        assertThat(received(QueueName.ACKS)).containsExactly(answer);
        assertThat(received(QueueName.RESETS)).containsExactly(reset);
        assertThat(received(QueueName.REMINDERS)).containsExactlyInAnyOrder(reminder, tell);
    }

    @Test
    void many_are_sent_as_batches_and_each_gets_its_own_id() {
        List<CompletableFuture<String>> ids = IntStream.range(0, 200)
                .mapToObj(i -> sender.enqueue(new Tell("sato", "call-" + i)))
                .toList();

        assertThat(ids.stream().map(CompletableFuture::join).distinct()).hasSize(200);
        assertThat(queues.depth(QueueName.REMINDERS)).isEqualTo(200);
    }

    @Test
    void a_message_that_is_due_later_hops_until_it_is_due() {
        Instant due = CLOCK.instant().plusSeconds(3);
        AtomicInteger hops = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        BatchHandler<Reset> hopping = (key, resets) -> {
            hops.incrementAndGet();
            if (CLOCK.instant().isBefore(due)) {
                early.incrementAndGet();
                sender.send(resets.stream().map(Delayed::of).toList());
            }
            return Outcome.DONE;
        };
        QueueConsumer<Reset> consumer = new QueueConsumer<>(
                queues.client(),
                ConsumerSettings.of(QueueName.RESETS),
                new Handling<>(Decoder.json(Reset.class), Reset::person, hopping),
                CLOCK);
        consumer.start();

        sender.send(List.of(Delayed.of(new Reset("sato", "call", 1, State.CALLING, due))));

        await().untilAsserted(() -> assertThat(queues.depth(QueueName.RESETS)).isZero());
        assertThat(CLOCK.instant()).isAfter(due);
        assertThat(hops.get()).isEqualTo(early.get() + 1);
        assertThat(early.get()).isBetween(1, 4);
        consumer.stop();
    }

    @Test
    void a_queue_that_is_away_fails_a_send_soon_and_works_again_later() {
        sender.send(new Tell("sato", null));
        queues.server().stop();

        assertThatThrownBy(() -> sender.send(new Tell("sato", null))).isInstanceOf(DependencyAwayException.class);
        CompletableFuture<String> failing = sender.enqueue(new Tell("sato", null));
        assertThat(failing)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableOfType(Exception.class)
                .withCauseInstanceOf(DependencyAwayException.class);

        queues.server().start();
        assertThat(sender.enqueue(new Tell("sato", null))).succeedsWithin(5, TimeUnit.SECONDS);
    }

    private List<Message> received(QueueName queue) {
        return queues.receive(queue.queue()).stream()
                .map(message -> JsonMessages.decode(message.body()))
                .toList();
    }
}
