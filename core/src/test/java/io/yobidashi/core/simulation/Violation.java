package io.yobidashi.core.simulation;

/** What is promised was not kept. No handler catches errors, so it ends the simulation where it happened. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String promise, String happened) {
        super(promise + ": " + happened);
    }
}
