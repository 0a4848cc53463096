package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.core.handler.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a consumer that is told to stop does with what it has in hand. */
class ConsumerStopTest {
    private static final QueueName QUEUE = QueueName.PRESSES;

    private final TestQueues queues = new TestQueues();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayEnd.countDown();
        queues.close();
    }

    @Test
    void a_stop_finishes_what_is_in_hand_and_receives_no_more() {
        queues.send(QUEUE, "sato:1");
        TestConsumer consumer = consumer(Duration.ofSeconds(20));
        waitFor(begun);
        Thread stopping = stopping(consumer);
        mayEnd.countDown();
        await().until(() -> !stopping.isAlive());

        assertThat(consumer.seen()).containsExactly("sato:1");
        assertThat(queues.depth(QUEUE)).isZero();
        queues.send(QUEUE, "sato:2");
        comesAgain("sato:2");
        assertThat(consumer.seen()).containsExactly("sato:1");
    }

    @Test
    void a_stop_gives_back_what_it_can_not_finish_in_time() {
        queues.send(QUEUE, "sato:1");
        TestConsumer consumer = consumer(Duration.ofMillis(500));
        waitFor(begun);

        consumer.stop();
        comesAgain("sato:1");
    }

    @Test
    void a_stop_gives_back_at_once_what_has_not_begun() {
        queues.send(QUEUE, "sato:1");
        TestConsumer consumer = consumer(Duration.ofSeconds(60));
        waitFor(begun);
        queues.send(QUEUE, "sato:2");
        await().until(() -> consumer.status().inHand() == 2);
        Thread stopping = stopping(consumer);

        comesAgain("sato:2");
        assertThat(stopping.isAlive()).isTrue();
        mayEnd.countDown();
        await().until(() -> !stopping.isAlive());
        assertThat(consumer.seen()).containsExactly("sato:1");
    }

    /** SQS may still serve a long poll whose client is gone: here it always does. */
    @Test
    void what_a_cancelled_long_poll_takes_comes_again_within_seconds() {
        TestConsumer gone = new TestConsumer(queues, settings -> settings, (key, texts) -> Outcome.DONE);
        queues.send(QUEUE, "sato:0");
        await().until(() -> gone.seen().contains("sato:0"));
        gone.stop();
        queues.send(QUEUE, "sato:1");

        try (TestConsumer next = new TestConsumer(queues, settings -> settings, (key, texts) -> Outcome.DONE)) {
            await().atMost(Duration.ofSeconds(8)).until(() -> next.seen().contains("sato:1"));
        }
    }

    /** Its handler ends only when it may. */
    private TestConsumer consumer(Duration drain) {
        return new TestConsumer(
                queues,
                settings -> settings.withVisibility(Duration.ofSeconds(2)).withDrain(drain),
                (String key, List<String> texts) -> {
                    begun.countDown();
                    waitFor(mayEnd);
                    return Outcome.DONE;
                });
    }

    private static Thread stopping(TestConsumer consumer) {
        Thread stopping = new Thread(consumer::stop);
        stopping.start();
        return stopping;
    }

    /** At once, or later: the server may hand it to each of the long polls that were cancelled, for a visibility time. */
    private void comesAgain(String body) {
        await().atMost(Duration.ofSeconds(30)).until(() -> queues.receive(QUEUE.queue()).stream()
                .anyMatch(message -> message.body().equals(body)));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
