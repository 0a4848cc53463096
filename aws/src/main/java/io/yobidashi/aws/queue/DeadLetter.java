package io.yobidashi.aws.queue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What a message has beside its body among the dead letters: why it is there, and what it was before. The names are
 * part of the contract with whoever looks at dead letters.
 */
public final class DeadLetter {
    /** Why nobody understands it; never a part of the body. */
    public static final String REASON = "reason";
    /** The id that it had in its queue, by which the log names it. */
    public static final String MESSAGE_ID = "messageId";
    /** The queue that it came from. */
    public static final String QUEUE = "queue";
    /** When its queue took it, in epoch milliseconds, as SQS's own {@code SentTimestamp}. */
    public static final String SENT_TIMESTAMP = "sentTimestamp";

    private static final Set<String> OURS = Set.of(REASON, MESSAGE_ID, QUEUE, SENT_TIMESTAMP);
    /** A message has at most 10 attributes (SQS, "Message quotas"). */
    private static final int MOST = 10;

    private DeadLetter() {}

    /** Ours, and those that it had, as far as SQS takes them. */
    static Map<String, MessageAttributeValue> attributes(QueueName queue, Held held, String reason) {
        Received received = held.received();
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(REASON, value("String", reason));
        attributes.put(MESSAGE_ID, value("String", received.messageId()));
        attributes.put(QUEUE, value("String", queue.queue()));
        attributes.put(
                SENT_TIMESTAMP, value("Number", String.valueOf(received.sentAt().toEpochMilli())));
        new TreeMap<>(original(held.attributes()))
                .entrySet().stream()
                        .limit(MOST - OURS.size())
                        .forEach(had -> attributes.put(had.getKey(), had.getValue()));
        return attributes;
    }

    /** The attributes that a dead letter had before it was one. */
    public static Map<String, MessageAttributeValue> original(Map<String, MessageAttributeValue> attributes) {
        Map<String, MessageAttributeValue> original = new HashMap<>(attributes);
        original.keySet().removeAll(OURS);
        return Map.copyOf(original);
    }

    private static MessageAttributeValue value(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
