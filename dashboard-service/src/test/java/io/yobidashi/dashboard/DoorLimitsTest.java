package io.yobidashi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.DoorLimitsContract;
import io.yobidashi.core.testing.RawDoor;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalCloudResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ShortLimits.class, restrictToAnnotatedClass = true)
class DoorLimitsTest extends DoorLimitsContract {
    @TestHTTPResource("/")
    URI service;

    /** As Java's own client does; the next heartbeat comes when the time for a body is over. */
    @Test
    void a_viewer_who_announces_an_empty_body_is_not_cut() throws IOException {
        try (RawDoor viewer = new RawDoor(service)) {
            viewer.send("GET /api/stream HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"
                    + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                    + "HTTP2-Settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA\r\n\r\n");
            StringBuilder seen = new StringBuilder();
            for (String next = viewer.next(); !next.isEmpty() && heartbeats(seen) < 3; next = viewer.next()) {
                seen.append(next);
            }

            assertThat(heartbeats(seen)).isGreaterThanOrEqualTo(3);
        }
    }

    private static int heartbeats(CharSequence stream) {
        return stream.toString().split("event: heartbeat", -1).length - 1;
    }

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String door() {
        return "/api/people";
    }
}
