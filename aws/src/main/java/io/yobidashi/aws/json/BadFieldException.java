package io.yobidashi.aws.json;

/** A field that is missing or is not what it should be, by its name and without its value. */
public final class BadFieldException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadFieldException(String field, String problem) {
        super("'" + field + "' " + problem);
        this.reason = "'" + field + "' " + problem;
    }

    public String reason() {
        return reason;
    }
}
