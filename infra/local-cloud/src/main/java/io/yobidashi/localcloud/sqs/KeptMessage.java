package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.localcloud.store.Seal;
import java.util.ConcurrentModificationException;
import java.util.function.UnaryOperator;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.actor.queue.InternalMessage;
import scala.collection.immutable.Map;
import scala.collection.mutable.Buffer;

/**
 * The form in which a message goes into the file. ElasticMQ writes texts in the JVM's default encoding, which up to Java
 * 17 may be ASCII; and H2 checks no sums, so we do.
 */
final class KeptMessage {
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private KeptMessage() {}

    static InternalMessage of(InternalMessage message) {
        return with(message, text -> Seal.close(escaped(text)), message.isFifo(), message.orderIndex());
    }

    /**
     * The message as it was; ElasticMQ forgets what concerns the order in a FIFO queue.
     *
     * @throws IllegalArgumentException if it was damaged
     */
    static InternalMessage restore(InternalMessage kept, boolean fifo) {
        int order = kept.sequenceNumber().isEmpty()
                ? 0
                : (int) Long.parseLong(kept.sequenceNumber().get());
        return with(kept, text -> unescaped(Seal.open(text)), fifo, order);
    }

    @SuppressWarnings("unchecked") // transform() has lost its types on the way to Java
    private static InternalMessage with(
            InternalMessage message, UnaryOperator<String> text, boolean fifo, int orderIndex) {
        Buffer<String> receipts = message.deliveryReceipts().toBuffer();
        if (receipts.contains(null)) {
            throw new ConcurrentModificationException("A receipt is just being added");
        }
        Map<String, MessageAttribute> attributes =
                message.messageAttributes().transform((name, value) -> attribute(value, text));
        return new InternalMessage(
                message.id(),
                receipts,
                message.nextDelivery(),
                new MessageContent(text.apply(message.content().value())),
                attributes,
                message.created(),
                orderIndex,
                message.firstReceive(),
                message.receiveCount(),
                fifo,
                message.messageGroupId(),
                message.messageDeduplicationId(),
                message.tracingId(),
                message.sequenceNumber(),
                message.deadLetterSourceQueueName());
    }

    private static MessageAttribute attribute(MessageAttribute attribute, UnaryOperator<String> text) {
        return attribute instanceof StringMessageAttribute string
                ? new StringMessageAttribute(text.apply(string.stringValue()), string.customType())
                : attribute;
    }

    private static String escaped(String text) {
        try {
            return ASCII.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A text has no JSON form", e);
        }
    }

    private static String unescaped(String json) {
        try {
            return ASCII.readValue(json, String.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON text", e);
        }
    }
}
