package io.yobidashi.aws.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a consumer is doing.
 *
 * @param lastReceive when SQS last answered a receive, also with nothing; absent before the first
 * @param queueAway absent while the queue answers
 * @param dependencyAway absent while what the handler needs answers
 * @param inHand messages received and not yet done with
 * @param handled messages that were done and deleted
 * @param rejected messages sent to the dead letters
 * @param returned messages given back to the queue
 */
public record ConsumerStatus(
        QueueName queue,
        @Nullable Instant lastReceive,
        @Nullable Away queueAway,
        @Nullable Away dependencyAway,
        int inHand,
        long handled,
        long rejected,
        long returned) {

    /** Since when something is out of reach, and why. */
    public record Away(Instant since, String reason) {}
}
