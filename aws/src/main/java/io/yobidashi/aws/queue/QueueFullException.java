package io.yobidashi.aws.queue;

/** So many messages wait for the queue already that one more is not taken. */
public final class QueueFullException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueueFullException(int waiting) {
        super(waiting + " messages wait for the queue already");
    }
}
