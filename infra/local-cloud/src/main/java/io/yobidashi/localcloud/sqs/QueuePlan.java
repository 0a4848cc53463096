package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which queues are created at start; the form of {@code queues.yaml}.
 *
 * @param visibilityTimeout seconds
 * @param maxReceiveCount receives after which SQS itself moves a message to the dead-letter queue
 */
record QueuePlan(int visibilityTimeout, int maxReceiveCount, List<String> queues) {
    private static final String ARN_PREFIX = "arn:aws:sqs:elasticmq:" + SqsServer.ACCOUNT + ":";

    static QueuePlan bundled() {
        try (InputStream yaml = QueuePlan.class.getResourceAsStream("queues.yaml")) {
            return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("queues.yaml cannot be read", e);
        }
    }

    /** Queue names with their CreateQueue attributes; a dead-letter queue comes before the queue that needs it. */
    Map<String, Map<String, String>> withAttributes() {
        Map<String, Map<String, String>> plan = new LinkedHashMap<>();
        for (String queue : queues) {
            String deadLetters = queue + "-dlq";
            String redrive = JsonNodeFactory.instance
                    .objectNode()
                    .put("deadLetterTargetArn", ARN_PREFIX + deadLetters)
                    .put("maxReceiveCount", maxReceiveCount)
                    .toString();
            plan.put(deadLetters, Map.of());
            plan.put(queue, Map.of("VisibilityTimeout", "" + visibilityTimeout, "RedrivePolicy", redrive));
        }
        return plan;
    }
}
