package io.yobidashi.localcloud.web;

/** A refusal at one of our own doors, answered as {@code application/problem+json} (RFC 9457). */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param detail one sentence for a person */
    public Problem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
