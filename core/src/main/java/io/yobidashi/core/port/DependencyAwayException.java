package io.yobidashi.core.port;

/** A service that we need did not answer, or answered that it can't now. The work is returned, nothing is lost. */
public final class DependencyAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_REASON = 120;

    /** @param dependency its name for the log, such as {@code "the shadow service"} */
    public DependencyAwayException(String dependency, Throwable cause) {
        super(dependency + " is away: " + reason(cause), cause);
    }

    /** What went wrong at the bottom, on one line of a log: clients wrap it in whole paragraphs. */
    public static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String name = root.getClass().getSimpleName();
        return message.length() > MAX_REASON
                ? name + ": " + message.substring(0, MAX_REASON) + "…"
                : name + ": " + message;
    }
}
