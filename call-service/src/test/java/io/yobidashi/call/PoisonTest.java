package io.yobidashi.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.aws.queue.QueueName;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What nobody will ever understand, put into the queue by somebody else: how an operator learns of it. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class PoisonTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String POISON = "{\"button\":\"of another venue\",\"secret\":\"s3cret\"}";

    @Inject
    SqsAsyncClient sqs;

    @Test
    void poison_is_among_the_dead_letters_with_its_reason_in_the_log_the_metrics_and_the_health() {
        try (Heard log = new Heard()) {
            String id = send(POISON);

            Message dead = await().atMost(LONG)
                    .until(() -> deadLetter(id), messages -> !messages.isEmpty())
                    .get(0);

            assertThat(dead.body()).isEqualTo(POISON);
            assertThat(text(dead, "reason")).isEqualTo("no button of this id is in the roster");
            assertThat(text(dead, "queue")).isEqualTo("yobidashi-presses");
            assertThat(text(dead, "sentTimestamp")).matches("\\d{13}");
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(count(given().get("/q/metrics").asString())).isPositive();
                assertThat(given().get("/q/health/ready").jsonPath().getMap("checks.find { it.name == 'queues' }.data"))
                        .hasEntrySatisfying(
                                "yobidashi-presses dead letters since start",
                                count -> assertThat((Integer) count).isPositive());
            });
            assertThat(log.lines()).anyMatch(line -> line.contains(id) && line.contains("yobidashi-presses"));
            assertThat(log.lines()).noneMatch(line -> line.contains("s3cret"));
        }
    }

    @Test
    void the_other_queue_is_counted_apart() {
        given().get("/q/metrics")
                .then()
                .body(containsString("yobidashi_queue_rejected_total{queue=\"yobidashi-reminders\""));
    }

    private static double count(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("yobidashi_queue_rejected_total{queue=\"yobidashi-presses\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String send(String body) {
        String url = url(QueueName.PRESSES.queue());
        return sqs.sendMessage(send -> send.queueUrl(url).messageBody(body))
                .join()
                .messageId();
    }

    private List<Message> deadLetter(String messageId) {
        String url = url(QueueName.PRESSES.deadLetters());
        return sqs
                .receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .messageAttributeNames("All"))
                .join()
                .messages()
                .stream()
                .filter(message -> text(message, "messageId").equals(messageId))
                .toList();
    }

    private static String text(Message message, String attribute) {
        return Map.copyOf(message.messageAttributes()).get(attribute).stringValue();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
    }

    /** What our own classes say to the log meanwhile. */
    private static final class Heard extends Handler implements AutoCloseable {
        private final Logger logger = Logger.getLogger("io.yobidashi");
        private final List<String> lines = new ArrayList<>();

        Heard() {
            logger.addHandler(this);
        }

        synchronized List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public synchronized void publish(LogRecord record) {
            lines.add(java.text.MessageFormat.format(record.getMessage().replace("'", "''"), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }
}
