package io.yobidashi.ack.slack;

/** What came is no message of Slack's. The message says why, and repeats nothing of the body. */
public final class UnreadableRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRequestException(String reason) {
        super(reason);
    }
}
