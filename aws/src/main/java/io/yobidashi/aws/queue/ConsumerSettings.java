package io.yobidashi.aws.queue;

import java.time.Duration;

/**
 * How a queue is consumed.
 *
 * @param receives long polls on their way at a time
 * @param mostInHand messages received and not yet done with; no more are received beyond
 * @param workers threads that run handlers
 * @param longPoll how long SQS may hold a receive while the queue is empty: at most 20 s. A queue that does not answer
 *     is noticed 2 s later
 * @param visibility for how long a received message is nobody else's; while it is in hand that is renewed, for twice as
 *     long each time
 * @param drain how long a stop waits for what is in hand
 */
public record ConsumerSettings(
        QueueName queue,
        int receives,
        int mostInHand,
        int workers,
        Duration longPoll,
        Duration visibility,
        Duration drain) {

    /**
     * What the services use. SQS may hand messages to a long poll whose process or connection has died: long polls are
     * short because that bounds how long it goes on, and so is the visibility, after which such a message is back. A stop takes 5 s at
     * most, and the HTTP doors, which end before, 2 s: that leaves a busy machine some of the 10 s that a process is
     * given.
     */
    public static ConsumerSettings of(QueueName queue) {
        return new ConsumerSettings(
                queue, 2, 100, 8, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(4));
    }

    public ConsumerSettings withReceives(int newReceives) {
        return new ConsumerSettings(queue, newReceives, mostInHand, workers, longPoll, visibility, drain);
    }

    public ConsumerSettings withMostInHand(int most) {
        return new ConsumerSettings(queue, receives, most, workers, longPoll, visibility, drain);
    }

    public ConsumerSettings withWorkers(int newWorkers) {
        return new ConsumerSettings(queue, receives, mostInHand, newWorkers, longPoll, visibility, drain);
    }

    public ConsumerSettings withVisibility(Duration newVisibility) {
        return new ConsumerSettings(queue, receives, mostInHand, workers, longPoll, newVisibility, drain);
    }

    public ConsumerSettings withDrain(Duration newDrain) {
        return new ConsumerSettings(queue, receives, mostInHand, workers, longPoll, visibility, newDrain);
    }
}
