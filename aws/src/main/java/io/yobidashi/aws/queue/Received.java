package io.yobidashi.aws.queue;

import java.time.Instant;

/**
 * A message as SQS handed it over.
 *
 * @param messageId given by SQS, the same at each delivery
 * @param sentAt when SQS took it
 * @param receiveCount how often it was handed over, this time included
 */
public record Received(String messageId, String body, Instant sentAt, int receiveCount) {
    /** Without the body, which belongs in no log. */
    @Override
    public String toString() {
        return "Received[" + messageId + ", " + body.length() + " characters, #" + receiveCount + "]";
    }
}
