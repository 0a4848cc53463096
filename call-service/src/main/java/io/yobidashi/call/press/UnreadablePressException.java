package io.yobidashi.call.press;

/** What came is no press. The message says why, and repeats nothing of the body. */
public final class UnreadablePressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadablePressException(String reason) {
        super(reason);
    }
}
