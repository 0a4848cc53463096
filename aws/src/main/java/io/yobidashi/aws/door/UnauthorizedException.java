package io.yobidashi.aws.door;

/** Nothing proves that the sender may do this. */
public final class UnauthorizedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is missing or wrong; nothing of what was sent */
    public UnauthorizedException(String reason) {
        super(reason);
    }
}
