package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Reset;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final TestQueues queues = new TestQueues();

    @AfterEach
    void close() {
        queues.close();
    }

    @Test
    void after_a_restart_within_the_process_the_new_consumer_is_counted_and_not_the_one_before() {
        QueueMetrics metrics = new QueueMetrics(registry);
        QueueConsumer<Reset> before = consumer(QueueName.RESETS);
        QueueConsumer<Reset> other = consumer(QueueName.ACKS);
        QueueConsumer<Reset> after = consumer(QueueName.RESETS);
        metrics.watch(before);
        metrics.watch(other);
        metrics.watch(after);
        after.start();

        queues.send(QueueName.RESETS, "poison");

        await().atMost(Duration.ofSeconds(30)).until(() -> rejected(QueueName.RESETS) == 1);
        assertThat(rejected(QueueName.ACKS)).isZero();
        assertThat(before.status().rejected()).isZero();
        after.stop();
    }

    private QueueConsumer<Reset> consumer(QueueName queue) {
        Handling<Reset> handling =
                new Handling<>(Decoder.json(Reset.class), Reset::person, (person, resets) -> Outcome.DONE);
        return new QueueConsumer<>(queues.client(), ConsumerSettings.of(queue), handling, Clock.systemUTC());
    }

    private double rejected(QueueName queue) {
        return registry.get("yobidashi.queue.rejected")
                .tag("queue", queue.queue())
                .functionCounter()
                .count();
    }
}
