package io.yobidashi.core.port;

/** A shadow holds what is no status of ours: somebody else writes it. Needs a human. */
public final class UnreadableShadowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableShadowException(String person, String reason) {
        super("the shadow of '" + person + "' can't be read: " + reason);
    }
}
