package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.elasticmq.util.NowProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Messages are kept as long as {@code queues.yaml} says, which ElasticMQ by itself would not see to. */
class RetentionTest {
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

    @TempDir
    private Path folder;

    @Test
    void a_message_expires_after_four_days_in_its_queue_and_after_fourteen_among_the_dead_letters() {
        Path file = folder.resolve("sqs.mv.db");
        try (SqsServer server = new SqsServer("127.0.0.1", 0, Optional.of(file), now())) {
            server.start();
            try (Client client = Client.of(server.port())) {
                client.send(client.queue("yobidashi-acks"), "call");
                client.send(client.queue("yobidashi-acks-dlq"), "bad call");

                later.set(Duration.ofDays(3));
                assertThat(messages(client, "yobidashi-acks")).isEqualTo(1);
                later.set(Duration.ofDays(5));
                await().atMost(Duration.ofSeconds(20)).until(() -> messages(client, "yobidashi-acks") == 0);
                assertThat(messages(client, "yobidashi-acks-dlq")).isEqualTo(1);

                later.set(Duration.ofDays(15));
                await().atMost(Duration.ofSeconds(20)).until(() -> messages(client, "yobidashi-acks-dlq") == 0);
            }
        }
        try (SqsServer server = SqsServer.keptIn(file, "127.0.0.1", 0)) {
            server.start();
            try (Client client = Client.of(server.port())) {
                assertThat(messages(client, "yobidashi-acks")).isZero();
                assertThat(messages(client, "yobidashi-acks-dlq")).isZero();
            }
        }
    }

    private static int messages(Client client, String queue) {
        return client.count(client.queue(queue), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    private NowProvider now() {
        return new NowProvider() {
            @Override
            public long nowMillis() {
                return super.nowMillis() + later.get().toMillis();
            }
        };
    }
}
