package io.yobidashi.ack.answer;

/** What came is no message of Slack's. The message says why, and repeats nothing of the body. */
public final class UnreadableFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFormException(String reason) {
        super(reason);
    }
}
