package io.yobidashi.localcloud;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Base addresses of what the local cloud calls or links to, asked anew at each use, because services come and go.
 *
 * @param callService gets {@code /presses}
 * @param ackService gets {@code /slack/…}
 * @param board the page that the control page links to
 * @param back where the services reach the local cloud, for Slack's response URLs; empty: on this machine
 */
public record Neighbours(Supplier<URI> callService, Supplier<URI> ackService, Supplier<URI> board, Optional<URI> back) {

    /** The addresses that the services have by default. */
    public static Neighbours wellKnown() {
        return new Neighbours(
                () -> URI.create("http://localhost:8081"),
                () -> URI.create("http://localhost:8082"),
                () -> URI.create("http://localhost:8080"),
                Optional.empty());
    }
}
