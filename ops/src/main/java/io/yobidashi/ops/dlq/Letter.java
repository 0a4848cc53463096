package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message of a dead-letter queue as it was received. Its body may hold names, so it is not printed unasked.
 *
 * @param receipt what SQS wants to see when it is deleted or given back
 */
record Letter(
        String messageId, String receipt, String body, Map<String, MessageAttributeValue> attributes, Known known) {
    /**
     * What SQS knows of it.
     *
     * @param receiveCount how often it was received from the dead letters, by looking at it too
     */
    record Known(Instant sentAt, int receiveCount) {}

    static Letter of(Message message) {
        Map<MessageSystemAttributeName, String> system = message.attributes();
        Known known = new Known(
                Instant.ofEpochMilli(Long.parseLong(system.get(MessageSystemAttributeName.SENT_TIMESTAMP))),
                Integer.parseInt(system.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)));
        return new Letter(
                message.messageId(), message.receiptHandle(), message.body(), message.messageAttributes(), known);
    }

    /** The id that the message had in its queue, by which logs name it; its own where SQS itself moved it. */
    String id() {
        return attribute(DeadLetter.MESSAGE_ID).orElse(messageId);
    }

    boolean isCalled(String id) {
        return id.equals(messageId) || id.equals(id());
    }

    /** Why it is here; empty where SQS itself moved it after many tries. */
    Optional<String> reason() {
        return attribute(DeadLetter.REASON);
    }

    /** When it was first sent, as far as is known. */
    Instant sentAt() {
        return attribute(DeadLetter.SENT_TIMESTAMP)
                .filter(millis -> millis.matches("\\d{1,15}"))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElse(known.sentAt());
    }

    int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    private Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).map(MessageAttributeValue::stringValue);
    }

    @Override
    public String toString() {
        return "Letter[" + messageId + "]";
    }
}
