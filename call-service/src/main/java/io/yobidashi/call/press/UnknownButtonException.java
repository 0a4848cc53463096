package io.yobidashi.call.press;

/** A press of a button that is not in the roster. */
public final class UnknownButtonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownButtonException(String reason) {
        super(reason);
    }
}
