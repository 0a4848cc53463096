package io.yobidashi.core.simulation;

/** The process is gone, in the middle of whatever it did. No handler can catch that. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(Process process) {
        super(process + " crashed", null, false, false);
    }
}
