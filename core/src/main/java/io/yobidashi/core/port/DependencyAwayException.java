package io.yobidashi.core.port;

/** A service that we need did not answer, or answered that it can't now. The work is returned, nothing is lost. */
public final class DependencyAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param dependency its name for the log, such as {@code "the shadow service"} */
    public DependencyAwayException(String dependency, Throwable cause) {
        super(dependency + " is away: " + cause.getMessage(), cause);
    }
}
