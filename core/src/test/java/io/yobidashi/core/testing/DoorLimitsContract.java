package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What no service may be made to do by whoever reaches its port: hold much, or wait long. To be run with {@link #SETTINGS}.
 */
public abstract class DoorLimitsContract {
    /** Shorter than in earnest. */
    public static final Map<String, String> SETTINGS =
            Map.of("quarkus.http.idle-timeout", "4S", "yobidashi.body-limit", "1500ms");

    private static final Duration NOW_AND_THEN = Duration.ofMillis(200);
    /** Without a limit, a byte now and then would go on for a minute. */
    private static final int FOR_A_MINUTE = 300;

    private static final Duration LONGER_THAN_A_BODY_MAY_TAKE = Duration.ofMillis(2_500);

    protected abstract URI service();

    /** A path that takes a body. */
    protected abstract String door();

    @Test
    void a_head_that_is_too_long_is_refused() throws IOException {
        String answer = answer("GET /q/health/live HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void very_many_headers_are_refused() throws IOException {
        String answer = answer("GET /q/health/live HTTP/1.1\r\nHost: a\r\n" + "a: b\r\n".repeat(5_000) + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void an_address_that_is_too_long_is_refused() throws IOException {
        assertThat(answer("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ");
    }

    @Test
    void a_body_that_is_announced_too_large_is_refused_before_it_comes() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send("POST " + door() + " HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000000\r\n\r\n");

            assertThat(connection.next()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_body_without_end_is_not_taken_in() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send("POST " + door() + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
            int sent = 0;
            while (sent < 2_000 && connection.send(chunk)) {
                sent++;
            }

            // Where no door wants it, it is thrown away as it comes, for as long as bodies may take.
            assertThat(sent < 2_000 || connection.isCutWhileTrickling(NOW_AND_THEN, FOR_A_MINUTE))
                    .isTrue();
        }
    }

    @Test
    void a_head_that_trickles_in_is_cut() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send("GET /q/health/live HTTP/1.1\r\nHost: a\r\nX-Slow: ");

            assertThat(connection.isCutWhileTrickling(NOW_AND_THEN, FOR_A_MINUTE))
                    .isTrue();
        }
    }

    @Test
    void a_body_that_trickles_in_is_cut() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send("POST " + door() + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n");

            assertThat(connection.isCutWhileTrickling(NOW_AND_THEN, FOR_A_MINUTE))
                    .isTrue();
        }
    }

    @Test
    void a_connection_that_says_nothing_is_closed() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            assertThat(connection.untilClosed()).isEmpty();
        }
    }

    @Test
    void a_connection_that_is_kept_alive_serves_many_requests() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            for (int i = 0; i < 3; i++) {
                connection.send("GET /q/health/live HTTP/1.1\r\n");
                connection.send("Host: a\r\n\r\n");
                assertThat(connection.next()).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    /** A load balancer keeps its connections: what it sent to no door must not cost the next request. */
    @Test
    void a_connection_is_kept_after_a_body_that_no_door_wants() throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
            assertThat(connection.next()).startsWith("HTTP/1.1 4");

            assertThat(connection.isClosedWithin(LONGER_THAN_A_BODY_MAY_TAKE)).isFalse();
            connection.send("GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(connection.next()).startsWith("HTTP/1.1 200 ");
        }
    }

    private String answer(String request) throws IOException {
        try (RawDoor connection = new RawDoor(service())) {
            connection.send(request);
            return connection.untilClosed();
        }
    }
}
