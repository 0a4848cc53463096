package io.yobidashi.call.press;

/** The sender may not press. The message says why, and repeats nothing of what was sent. */
public final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnauthorizedException(String reason) {
        super(reason);
    }
}
