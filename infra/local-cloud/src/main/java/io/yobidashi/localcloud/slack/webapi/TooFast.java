package io.yobidashi.localcloud.slack.webapi;

import java.time.Duration;

/** HTTP 429 with {@code Retry-After}. */
final class TooFast extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooFast(Duration wait) {
        super("ratelimited", null, false, false);
        this.wait = wait;
    }

    long seconds() {
        return wait.toSeconds();
    }
}
