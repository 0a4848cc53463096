package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The limits of SQS, asked through the AWS SDK. Sources: API is the service model of the API reference, GUIDE the
 * developer guide (quotas-messages, sqs-message-timers, sqs-visibility-timeout). The table of deviations says exactly
 * what ElasticMQ does instead and cannot be told otherwise.
 */
class SqsLimitsTest extends SqsTest {
    private static final String OK = "ok";

    private final Map<String, IntConsumer> requests = Map.ofEntries(
            Map.entry("delay of a message", this::sendLater),
            Map.entry("bytes of a message", bytes -> client.send(queue(), "x".repeat(bytes))),
            Map.entry("3-byte characters of a message", count -> client.send(queue(), "呼".repeat(count))),
            Map.entry("attributes of a message", this::sendWithAttributes),
            Map.entry("code point in a message", point -> client.send(queue(), Character.toString(point))),
            Map.entry("entries of a batch", entries -> sendTogether(entries, 1)),
            Map.entry("bytes of each of 10 in a batch", bytes -> sendTogether(10, bytes)),
            Map.entry("messages of a receive", count -> client.sqs()
                    .receiveMessage(request -> request.queueUrl(queue()).maxNumberOfMessages(count))),
            Map.entry("wait of a receive", this::receiveWaiting),
            Map.entry("visibility of a receive", seconds -> client.sqs()
                    .receiveMessage(request -> request.queueUrl(queue()).visibilityTimeout(seconds))),
            Map.entry("visibility of a message", this::changeVisibility),
            Map.entry("visibility of a queue", value -> create(QueueAttributeName.VISIBILITY_TIMEOUT, value)),
            Map.entry("delay of a queue", value -> create(QueueAttributeName.DELAY_SECONDS, value)),
            Map.entry("wait of a queue", value -> create(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, value)),
            Map.entry("retention of a queue", value -> create(QueueAttributeName.MESSAGE_RETENTION_PERIOD, value)),
            Map.entry("message size of a queue", value -> create(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, value)),
            Map.entry("receive count of a redrive policy", this::createWithRedrive),
            Map.entry("letters of a queue's name", this::createNamed));

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource({
        "delay of a message, 0, ok, API SendMessage.DelaySeconds",
        "delay of a message, 900, ok, API SendMessage.DelaySeconds",
        "delay of a message, 901, InvalidParameterValue, API SendMessage.DelaySeconds",
        "delay of a message, -1, InvalidParameterValue, API SendMessage.DelaySeconds",
        "bytes of a message, 1, ok, API SendMessage.MessageBody",
        "bytes of a message, 1048576, ok, API SendMessage.MessageBody",
        "3-byte characters of a message, 349525, ok, GUIDE quotas-messages: bytes in UTF-8",
        "attributes of a message, 10, ok, GUIDE quotas-messages",
        "code point in a message, 9, ok, API SendMessage.MessageBody",
        "entries of a batch, 1, ok, API SendMessageBatch",
        "entries of a batch, 10, ok, API SendMessageBatch",
        "bytes of each of 10 in a batch, 104857, ok, API SendMessageBatch: 1 MiB in all",
        "messages of a receive, 1, ok, API ReceiveMessage.MaxNumberOfMessages",
        "messages of a receive, 10, ok, API ReceiveMessage.MaxNumberOfMessages",
        "wait of a receive, 20, ok, API ReceiveMessage.WaitTimeSeconds",
        "visibility of a receive, 0, ok, API ReceiveMessage.VisibilityTimeout",
        "visibility of a receive, 43200, ok, API ReceiveMessage.VisibilityTimeout",
        "visibility of a message, 0, ok, API ChangeMessageVisibility",
        "visibility of a message, 43200, ok, API ChangeMessageVisibility",
        "visibility of a queue, 43200, ok, API CreateQueue",
        "delay of a queue, 900, ok, API CreateQueue",
        "wait of a queue, 20, ok, API CreateQueue",
        "wait of a queue, 21, InvalidAttributeValue, API CreateQueue",
        "retention of a queue, 1209600, ok, API CreateQueue",
        "message size of a queue, 1048576, ok, API CreateQueue",
        "receive count of a redrive policy, 1, ok, GUIDE sqs-dead-letter-queues",
        "receive count of a redrive policy, 1000, ok, GUIDE sqs-dead-letter-queues",
        "letters of a queue's name, 80, ok, API CreateQueue.QueueName"
    })
    void what_is_taken_and_refused_as_on_aws(String what, int value, String answer, String source) {
        assertThat(answerTo(what, value)).as(source).isEqualTo(answer);
    }

    /** The first answer is the one of ElasticMQ 1.7.1, which no setting changes; the second is the one of AWS. */
    @ParameterizedTest(name = "{0}: {1} -> {2}, but on AWS {3}")
    @CsvSource({
        "bytes of a message, 0, InvalidAttributeValue, MissingParameter, API SendMessage.MessageBody",
        "bytes of a message, 1048577, InvalidAttributeValue, InvalidParameterValue, API SendMessage.MessageBody",
        "3-byte characters of a message, 349526, ok, InvalidParameterValue, GUIDE quotas-messages: bytes in UTF-8",
        "attributes of a message, 11, InvalidAttributeValue, InvalidParameterValue, GUIDE quotas-messages",
        "code point in a message, 11, InvalidAttributeValue, InvalidMessageContents, API SendMessage.MessageBody",
        "code point in a message, 65534, InvalidAttributeValue, InvalidMessageContents, API SendMessage.MessageBody",
        "entries of a batch, 11, TooManyEntriesInBatchRequest, AWS.SimpleQueueService.TooManyEntriesInBatchRequest, API SendMessageBatch",
        "entries of a batch, 0, ok, AWS.SimpleQueueService.EmptyBatchRequest, API SendMessageBatch",
        "bytes of each of 10 in a batch, 104858, InvalidAttributeValue, AWS.SimpleQueueService.BatchRequestTooLong, API SendMessageBatch",
        "messages of a receive, 0, InvalidAttributeValue, InvalidParameterValue, API ReceiveMessage.MaxNumberOfMessages",
        "messages of a receive, 11, InvalidAttributeValue, InvalidParameterValue, API ReceiveMessage.MaxNumberOfMessages",
        "wait of a receive, 21, InvalidAttributeValue, InvalidParameterValue, API ReceiveMessage.WaitTimeSeconds",
        "wait of a receive, -1, InvalidAttributeValue, InvalidParameterValue, API ReceiveMessage.WaitTimeSeconds",
        "visibility of a receive, 43201, ok, InvalidParameterValue, API ReceiveMessage.VisibilityTimeout",
        "visibility of a receive, -1, ok, InvalidParameterValue, API ReceiveMessage.VisibilityTimeout",
        "visibility of a message, 43201, ok, InvalidParameterValue, API ChangeMessageVisibility",
        "visibility of a message, -1, ok, InvalidParameterValue, API ChangeMessageVisibility",
        "visibility of a queue, 43201, ok, InvalidAttributeValue, API CreateQueue",
        "delay of a queue, 901, ok, InvalidAttributeValue, API CreateQueue",
        "retention of a queue, 1209601, ok, InvalidAttributeValue, API CreateQueue",
        "retention of a queue, 59, ok, InvalidAttributeValue, API CreateQueue",
        "message size of a queue, 1048577, ok, InvalidAttributeValue, API CreateQueue",
        "receive count of a redrive policy, 1001, InvalidAttributeValue, InvalidParameterValue, GUIDE sqs-dead-letter-queues",
        "receive count of a redrive policy, 0, InvalidAttributeValue, InvalidParameterValue, GUIDE sqs-dead-letter-queues",
        "letters of a queue's name, 81, InvalidAttributeName, InvalidParameterValue, API CreateQueue.QueueName"
    })
    void known_deviations(String what, int value, String answer, String onAws, String source) {
        assertThat(answerTo(what, value)).as(source).isEqualTo(answer).isNotEqualTo(onAws);
    }

    private String answerTo(String what, int value) {
        try {
            requests.get(what).accept(value);
            return OK;
        } catch (SqsException e) {
            return e.awsErrorDetails().errorCode();
        }
    }

    private String queue() {
        return client.create("limits", Map.of());
    }

    private void sendLater(int seconds) {
        client.sqs()
                .sendMessage(
                        request -> request.queueUrl(queue()).messageBody("x").delaySeconds(seconds));
    }

    private void sendWithAttributes(int count) {
        MessageAttributeValue value = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue("x")
                .build();
        Map<String, MessageAttributeValue> attributes = IntStream.range(0, count)
                .mapToObj(number -> "a" + number)
                .collect(Collectors.toMap(Function.identity(), name -> value));
        client.sqs()
                .sendMessage(
                        request -> request.queueUrl(queue()).messageBody("x").messageAttributes(attributes));
    }

    private void sendTogether(int entries, int bytes) {
        client.sendTogether(
                queue(),
                IntStream.range(0, entries).mapToObj(entry -> "x".repeat(bytes)).toList());
    }

    /** With a message there, so that nobody really waits. */
    private void receiveWaiting(int seconds) {
        String queue = client.create("waiting-" + UUID.randomUUID(), Map.of());
        client.send(queue, "x");
        client.sqs().receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(seconds));
    }

    private void changeVisibility(int seconds) {
        String queue = client.create("hiding-" + UUID.randomUUID(), Map.of());
        client.send(queue, "x");
        List<Message> received = client.receive(queue, 5);
        client.sqs().changeMessageVisibility(request -> request.queueUrl(queue)
                .receiptHandle(received.get(0).receiptHandle())
                .visibilityTimeout(seconds));
    }

    private void create(QueueAttributeName attribute, int value) {
        client.create("new-" + UUID.randomUUID(), Map.of(attribute, "" + value));
    }

    private void createWithRedrive(int count) {
        String target = client.attributes(queue()).get(QueueAttributeName.QUEUE_ARN);
        String policy = "{\"deadLetterTargetArn\":\"" + target + "\",\"maxReceiveCount\":" + count + "}";
        client.create("redriven-" + UUID.randomUUID(), Map.of(QueueAttributeName.REDRIVE_POLICY, policy));
    }

    private void createNamed(int letters) {
        client.create("n".repeat(letters), Map.of());
    }
}
