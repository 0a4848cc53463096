package io.yobidashi.ack.door;

/** The sender is not Slack. */
public final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnauthorizedException(String reason) {
        super(reason);
    }
}
