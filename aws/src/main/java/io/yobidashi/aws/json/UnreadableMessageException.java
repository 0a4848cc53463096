package io.yobidashi.aws.json;

/** A message that nobody will ever understand. Nothing of its content is told, only what is wrong with it. */
public final class UnreadableMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what is wrong, such as {@code "'button' is missing"}; never a part of the body */
    public UnreadableMessageException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
