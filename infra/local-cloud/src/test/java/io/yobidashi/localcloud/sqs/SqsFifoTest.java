package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** FIFO queues, asked through the AWS SDK. */
class SqsFifoTest extends SqsTest {

    /** API SendMessage.DelaySeconds. */
    @Test
    void a_fifo_queue_takes_no_delay_of_a_message() {
        String queue = fifo(Map.of());
        assertThat(refusal(() -> client.sqs().sendMessage(request -> request.queueUrl(queue)
                        .messageBody("x")
                        .messageGroupId("g")
                        .messageDeduplicationId("1")
                        .delaySeconds(5))))
                .isEqualTo("InvalidParameterValue");
    }

    /** API SendMessage.MessageDeduplicationId, within five minutes. */
    @Test
    void a_fifo_queue_takes_each_deduplication_id_once() {
        String queue = fifo(Map.of());
        sendFifo(queue, "one", "same");
        sendFifo(queue, "two", "same");

        assertThat(client.bodies(queue, 5)).containsExactly("one");
    }

    /** API CreateQueue, ContentBasedDeduplication: SHA-256 of the body. */
    @Test
    void a_fifo_queue_can_tell_the_same_by_the_body() {
        String queue = fifo(Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
        client.sqs()
                .sendMessage(request -> request.queueUrl(queue).messageBody("x").messageGroupId("g"));
        client.sqs()
                .sendMessage(request -> request.queueUrl(queue).messageBody("x").messageGroupId("g"));

        assertThat(client.bodies(queue, 5)).containsExactly("x");
    }

    private void sendFifo(String queue, String body, String id) {
        client.sqs().sendMessage(request -> request.queueUrl(queue)
                .messageBody(body)
                .messageGroupId("g")
                .messageDeduplicationId(id));
    }

    private String fifo(Map<QueueAttributeName, String> attributes) {
        Map<QueueAttributeName, String> all = new HashMap<>(attributes);
        all.put(QueueAttributeName.FIFO_QUEUE, "true");
        return client.create(name() + ".fifo", all);
    }

    private String refusal(Runnable request) {
        return catchThrowableOfType(SqsException.class, request::run)
                .awsErrorDetails()
                .errorCode();
    }

    private static String name() {
        return "q-" + UUID.randomUUID();
    }
}
