package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.port.DependencyAwayException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

class QueueConsumerTest {
    private static final QueueName QUEUE = QueueName.PRESSES;
    private static final UnaryOperator<ConsumerSettings> AS_USUAL = settings -> settings;
    private static final UnaryOperator<ConsumerSettings> TWO_SECONDS =
            settings -> settings.withVisibility(Duration.ofSeconds(2));

    private final TestQueues queues = new TestQueues();

    @AfterEach
    void close() {
        queues.close();
    }

    @Test
    void handles_each_message_once_and_deletes_it() {
        List<String> bodies =
                IntStream.range(0, 60).mapToObj(i -> "person" + i % 7 + ":" + i).toList();
        bodies.forEach(body -> queues.send(QUEUE, body));

        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, (key, texts) -> Outcome.DONE)) {
            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());

            assertThat(consumer.seen()).containsExactlyInAnyOrderElementsOf(bodies);
            await().untilAsserted(() -> assertThat(consumer.status().inHand()).isZero());
            assertThat(consumer.status().handled()).isEqualTo(60);
            assertThat(consumer.status().lastReceive()).isNotNull();
        }
    }

    @Test
    void never_handles_two_messages_of_one_key_at_a_time() {
        Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        IntStream.range(0, 60).forEach(i -> queues.send(QUEUE, "person" + i % 3 + ":" + i));

        BatchHandler<String> counting = (key, texts) -> {
            AtomicInteger own = running.computeIfAbsent(key, any -> new AtomicInteger());
            most.accumulateAndGet(own.incrementAndGet(), Math::max);
            texts.forEach(String::hashCode);
            Thread.yield();
            own.decrementAndGet();
            return Outcome.DONE;
        };
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, counting)) {
            await().until(() -> consumer.seen().size() == 60);
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void what_comes_while_its_key_is_busy_is_handled_together() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        BatchHandler<String> slowAtFirst = (key, texts) -> {
            begun.countDown();
            waitFor(goOn);
            return Outcome.DONE;
        };
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, slowAtFirst)) {
            queues.send(QUEUE, "sato:first");
            begun.await(5, TimeUnit.SECONDS);
            IntStream.range(0, 30).forEach(i -> queues.send(QUEUE, "sato:" + i));
            await().until(() -> consumer.status().inHand() == 31);

            goOn.countDown();

            await().until(() -> consumer.seen().size() == 31);
            assertThat(consumer.sizes()).containsExactly(1, 30);
        }
    }

    @Test
    void a_retried_message_comes_again_and_is_deleted_when_done() {
        queues.send(QUEUE, "sato:1");
        AtomicInteger tries = new AtomicInteger();

        BatchHandler<String> thirdTimeLucky = (key, texts) ->
                tries.incrementAndGet() < 3 ? new Outcome.Retry(Duration.ofMillis(100), "not yet") : Outcome.DONE;
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, thirdTimeLucky)) {
            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());

            assertThat(tries).hasValue(3);
            assertThat(consumer.status().returned()).isEqualTo(2);
        }
    }

    @Test
    void a_rejected_message_goes_to_the_dead_letters_with_its_reason_and_what_it_was() {
        SendMessageResponse sent = queues.client()
                .sendMessage(send -> send.queueUrl(queues.url(QUEUE.queue()))
                        .messageBody("nobody:1")
                        .messageAttributes(Map.of("sender", text("a rule"))))
                .join();

        BatchHandler<String> refusing = (key, texts) -> new Outcome.Reject("nobody has this button");
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, refusing)) {
            Message dead = await().until(() -> queues.receive(QUEUE.deadLetters()), messages -> messages.size() == 1)
                    .get(0);

            assertThat(dead.body()).isEqualTo("nobody:1");
            assertThat(dead.messageAttributes())
                    .containsEntry("reason", text("nobody has this button"))
                    .containsEntry("messageId", text(sent.messageId()))
                    .containsEntry("queue", text("yobidashi-presses"))
                    .containsEntry("sender", text("a rule"))
                    .hasSize(5);
            assertThat(dead.messageAttributes().get("sentTimestamp").stringValue())
                    .matches("\\d{13}");
            assertThat(DeadLetter.original(dead.messageAttributes())).containsOnlyKeys("sender");
            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());
            assertThat(consumer.status().rejected()).isEqualTo(1);
        }
    }

    @Test
    void an_unreadable_message_is_never_tried_twice_and_holds_up_nobody() {
        AtomicInteger decoded = new AtomicInteger();
        Decoder<String> picky = received -> {
            if (received.body().startsWith("poison")) {
                decoded.incrementAndGet();
                throw new UnreadableMessageException("'button' is missing");
            }
            return received.body();
        };
        queues.send(QUEUE, "poison");
        queues.send(QUEUE, "sato:1");

        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, picky, (key, texts) -> Outcome.DONE)) {
            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());

            assertThat(consumer.seen()).containsExactly("sato:1");
            assertThat(decoded).hasValue(1);
            Message dead = queues.receive(QUEUE.deadLetters()).get(0);
            assertThat(dead.messageAttributes().get("reason").stringValue()).isEqualTo("'button' is missing");
        }
    }

    @Test
    void a_failing_handler_gets_its_message_again_and_others_are_not_held_up() {
        AtomicInteger tries = new AtomicInteger();
        queues.send(QUEUE, "sato:1");
        queues.send(QUEUE, "suzuki:1");

        BatchHandler<String> broken = (key, texts) -> {
            if (key.equals("sato") && tries.incrementAndGet() < 2) {
                throw new IllegalStateException("a bug");
            }
            return Outcome.DONE;
        };
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, broken)) {
            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());

            assertThat(consumer.seen()).containsExactly("suzuki:1", "sato:1");
        }
    }

    @Test
    void a_handler_longer_than_the_visibility_keeps_its_message() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        queues.send(QUEUE, "sato:1");

        BatchHandler<String> slow = (key, texts) -> {
            begun.incrementAndGet();
            waitFor(goOn);
            return Outcome.DONE;
        };
        try (TestConsumer consumer = new TestConsumer(queues, TWO_SECONDS, slow)) {
            await().until(() -> begun.get() == 1);
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(7))
                    .until(() -> begun.get() == 1 && consumer.status().inHand() == 1);
            goOn.countDown();

            await().untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());
            assertThat(begun).hasValue(1);
        }
    }

    @Test
    void while_a_dependency_is_away_one_message_is_tried_and_none_received() {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger tries = new AtomicInteger();
        BatchHandler<String> needy = (key, texts) -> {
            tries.incrementAndGet();
            if (away.get()) {
                throw new DependencyAwayException("the shadow service", new IllegalStateException("closed"));
            }
            return Outcome.DONE;
        };
        queues.send(QUEUE, "sato:1");
        try (TestConsumer consumer = new TestConsumer(queues, AS_USUAL, needy)) {
            await().until(() -> tries.get() >= 3);
            IntStream.range(0, 30).forEach(i -> queues.send(QUEUE, "person" + i + ":1"));

            await().until(() -> consumer.status().inHand() == 1);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> consumer.status().inHand() == 1);
            assertThat(consumer.status().dependencyAway().reason())
                    .isEqualTo("the shadow service is away: IllegalStateException: closed");

            away.set(false);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(queues.depth(QUEUE)).isZero());
            assertThat(consumer.seen()).hasSize(31);
            assertThat(consumer.status().dependencyAway()).isNull();
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
