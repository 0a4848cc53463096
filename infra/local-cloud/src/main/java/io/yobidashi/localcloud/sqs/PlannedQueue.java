package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a queue in {@code queues.yaml}, within the limits of the API reference (CreateQueue).
 *
 * @param deadLetters null if SQS moves nothing away by itself
 */
record PlannedQueue(Span visibilityTimeout, Span retention, DeadLetters deadLetters) {
    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(12);
    private static final Duration SHORTEST_RETENTION = Duration.ofSeconds(60);
    private static final Duration LONGEST_RETENTION = Duration.ofDays(14);
    private static final int HIGHEST_RECEIVE_COUNT = 1000;

    PlannedQueue {
        if (visibilityTimeout == null || retention == null) {
            throw new IllegalArgumentException("visibilityTimeout and retention must be there");
        }
        visibilityTimeout.requireWithin("visibilityTimeout", Duration.ZERO, LONGEST_VISIBILITY);
        retention.requireWithin("retention", SHORTEST_RETENTION, LONGEST_RETENTION);
    }

    /** CreateQueue attributes. Retention is none of them: ElasticMQ ignores it, so {@link Queue} sees to it. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("VisibilityTimeout", "" + visibilityTimeout.length().toSeconds());
        Optional.ofNullable(deadLetters).ifPresent(policy -> attributes.put("RedrivePolicy", policy.toJson()));
        return attributes;
    }

    /** Where messages go that were received too often. */
    record DeadLetters(String queue, int maxReceiveCount) {
        DeadLetters {
            if (queue == null) {
                throw new IllegalArgumentException("queue must be there");
            }
            if (maxReceiveCount < 1 || maxReceiveCount > HIGHEST_RECEIVE_COUNT) {
                throw new IllegalArgumentException(
                        "maxReceiveCount must be 1 to " + HIGHEST_RECEIVE_COUNT + ", but is " + maxReceiveCount);
            }
        }

        private String toJson() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("deadLetterTargetArn", SqsServer.ARN_PREFIX + queue)
                    .put("maxReceiveCount", maxReceiveCount)
                    .toString();
        }
    }
}
