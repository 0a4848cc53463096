package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** What SQS does, beside its limits, asked through the AWS SDK, which also checks each MD5. */
class SqsBehaviourTest extends SqsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** API SendMessageBatch. Known deviation: the code is that of the JSON protocol, without AWS's legacy prefix. */
    @Test
    void batch_ids_must_differ() {
        SendMessageBatchRequestEntry entry = SendMessageBatchRequestEntry.builder()
                .id("same")
                .messageBody("x")
                .build();
        assertThat(refusal(() -> client.sqs().sendMessageBatch(request -> request.queueUrl(newQueue())
                        .entries(entry, entry))))
                .isEqualTo("BatchEntryIdsNotDistinct");
    }

    /** API SendMessageBatch: per-entry results even on HTTP 200. */
    @Test
    void one_bad_entry_of_a_batch_is_told_beside_the_good_ones() {
        String queue = newQueue();
        SendMessageBatchResponse answer = client.sqs().sendMessageBatch(request -> request.queueUrl(queue)
                .entries(
                        SendMessageBatchRequestEntry.builder()
                                .id("good")
                                .messageBody("x")
                                .build(),
                        SendMessageBatchRequestEntry.builder()
                                .id("bad")
                                .messageBody("x")
                                .delaySeconds(901)
                                .build()));

        assertThat(answer.successful()).singleElement().matches(entry -> entry.id()
                .equals("good"));
        assertThat(answer.failed())
                .singleElement()
                .matches(entry -> entry.id().equals("bad")
                        && entry.senderFault()
                        && entry.code().equals("InvalidParameterValue"));
    }

    /** API SendMessage: MD5OfMessageBody, MD5OfMessageAttributes; the SDK throws if one is wrong. */
    @Test
    void md5s_are_those_that_the_sdk_expects() {
        String queue = newQueue();
        client.sqs().sendMessage(request -> request.queueUrl(queue)
                .messageBody("呼び出し中")
                .messageAttributes(Map.of(
                        "text",
                                MessageAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("佐藤")
                                        .build(),
                        "number",
                                MessageAttributeValue.builder()
                                        .dataType("Number.ms")
                                        .stringValue("1.5")
                                        .build(),
                        "bytes",
                                MessageAttributeValue.builder()
                                        .dataType("Binary")
                                        .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1}))
                                        .build())));

        Message message = client.receive(queue, 5).get(0);
        assertThat(message.md5OfMessageAttributes()).isNotBlank();
        assertThat(message.messageAttributes().get("bytes").binaryValue().asByteArray())
                .containsExactly(0, -1);
        assertThat(message.messageAttributes().get("number").dataType()).isEqualTo("Number.ms");
    }

    /** GUIDE sqs-message-timers: a message's delay overrides the queue's. */
    @Test
    void a_message_without_delay_waits_as_long_as_its_queue_says_and_one_with_0_does_not() {
        String queue = client.create(name(), Map.of(QueueAttributeName.DELAY_SECONDS, "900"));
        client.send(queue, "waits");
        client.sqs()
                .sendMessage(
                        request -> request.queueUrl(queue).messageBody("now").delaySeconds(0));

        assertThat(client.bodies(queue, 5)).containsExactly("now");
    }

    /** GUIDE sqs-dead-letter-queues: moved when the receive count exceeds maxReceiveCount; API StartMessageMoveTask. */
    @Test
    void a_message_received_too_often_goes_to_the_dead_letter_queue_and_can_be_driven_back() {
        String dead = client.create(name(), Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
        String deadArn = client.attributes(dead).get(QueueAttributeName.QUEUE_ARN);
        String queue = client.create(
                name(),
                Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "0",
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + deadArn + "\",\"maxReceiveCount\":2}"));
        client.send(queue, "bad");
        assertThat(client.bodies(queue, 5)).containsExactly("bad");
        assertThat(client.bodies(queue, 5)).containsExactly("bad");
        assertThat(client.bodies(queue, 1)).isEmpty();

        Message message = client.receive(dead, 5).get(0);
        assertThat(message.attributes().get(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN))
                .isEqualTo(client.attributes(queue).get(QueueAttributeName.QUEUE_ARN));

        client.sqs().startMessageMoveTask(request -> request.sourceArn(deadArn));
        await().atMost(LONG).until(() -> client.bodies(queue, 1).equals(List.of("bad")));
    }

    /** A deleted message that its dead-letter queue still remembers must not come back with the others. */
    @Test
    void what_was_deleted_is_not_driven_back() {
        String dead = client.create(name(), Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
        String deadArn = client.attributes(dead).get(QueueAttributeName.QUEUE_ARN);
        String queue = newQueue();
        client.send(dead, "deleted");
        client.delete(dead, client.receive(dead, 5).get(0));
        client.send(dead, "kept");

        client.sqs().startMessageMoveTask(request -> request.sourceArn(deadArn)
                .destinationArn(client.attributes(queue).get(QueueAttributeName.QUEUE_ARN)));

        await().atMost(LONG).until(() -> client.sqs()
                .listMessageMoveTasks(request -> request.sourceArn(deadArn))
                .results()
                .get(0)
                .status()
                .equals("COMPLETED"));
        assertThat(client.count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo(1);
        assertThat(client.bodies(queue, 5)).containsExactly("kept");
    }

    /** API DeleteMessage: AWS answers 200 and may not delete. Known deviation: ElasticMQ refuses; nothing is deleted. */
    @Test
    void a_stale_receipt_deletes_nothing() {
        String queue = client.create(name(), Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
        client.send(queue, "x");
        Message stale = client.receive(queue, 5).get(0);
        client.receive(queue, 5);

        assertThat(refusal(() -> client.delete(queue, stale))).isEqualTo("ReceiptHandleIsInvalid");
        assertThat(client.bodies(queue, 5)).containsExactly("x");
    }

    @Test
    void a_purge_takes_all_messages() {
        String queue = newQueue();
        client.sendTogether(queue, List.of("1", "2", "3"));
        client.sqs().purgeQueue(request -> request.queueUrl(queue));

        assertThat(client.bodies(queue, 1)).isEmpty();
    }

    @Test
    void an_unknown_queue_is_the_exception_that_the_sdk_has_for_it() {
        String url = newQueue() + "-not";
        QueueDoesNotExistException unknown =
                catchThrowableOfType(QueueDoesNotExistException.class, () -> client.send(url, "x"));
        assertThat(unknown.statusCode()).isEqualTo(400);
    }

    private String refusal(Runnable request) {
        return catchThrowableOfType(SqsException.class, request::run)
                .awsErrorDetails()
                .errorCode();
    }

    private String newQueue() {
        return client.create(name(), Map.of());
    }

    private static String name() {
        return "q-" + UUID.randomUUID();
    }
}
