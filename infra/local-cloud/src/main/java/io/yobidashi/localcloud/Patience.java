package io.yobidashi.localcloud;

import java.time.Duration;

/**
 * How long an open connection may take before it is closed.
 *
 * @param request for the head of an HTTP request to arrive, and then its body
 * @param connect for the CONNECT of MQTT
 */
public record Patience(Duration request, Duration connect) {

    static Patience usual() {
        return new Patience(Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
