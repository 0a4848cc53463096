package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.core.handler.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Whatever happens to the queue, work resumes within 5 s after, in the same process. */
class QueueOutageTest {
    private static final QueueName QUEUE = QueueName.PRESSES;
    private static final Duration RESUMED = Duration.ofSeconds(5);

    private final TestQueues queues = new TestQueues();
    private TestConsumer consumer;

    @BeforeEach
    void consume() {
        consumer = new TestConsumer(queues, settings -> settings, (key, texts) -> Outcome.DONE);
        queues.send(QUEUE, "sato:before");
        await().until(() -> consumer.seen().contains("sato:before"));
    }

    @AfterEach
    void close() {
        consumer.close();
        queues.close();
    }

    @Test
    void a_port_that_is_closed_for_half_a_minute() {
        queues.server().stop();
        await().during(Duration.ofSeconds(30)).atMost(Duration.ofSeconds(40)).until(() -> !consumer.seen()
                .contains("sato:after"));
        assertThat(consumer.status().queueAway()).isNotNull();

        queues.server().start();

        workResumes();
    }

    @Test
    void a_socket_that_accepts_and_never_answers() throws IOException {
        int port = queues.server().port();
        queues.server().stop();
        try (ServerSocket deaf = new ServerSocket(port, 100, InetAddress.getByName("0.0.0.0"))) {
            // Until the long polls that were cut have ended in the server too: they would swallow what is sent then.
            await().during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> deaf.isBound() && consumer.status().queueAway() != null);
        }

        queues.server().start();

        workResumes();
    }

    @Test
    void a_queue_that_is_deleted_and_made_anew() {
        String url = queues.url(QUEUE.queue());
        queues.client().deleteQueue(delete -> delete.queueUrl(url)).join();

        queues.client()
                .createQueue(create ->
                        create.queueName(QUEUE.queue()).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10")))
                .join();

        workResumes();
    }

    private void workResumes() {
        queues.send(QUEUE, "sato:after");
        await().atMost(RESUMED).until(() -> consumer.seen().contains("sato:after"));
        await().atMost(RESUMED).until(() -> consumer.status().queueAway() == null);
    }
}
