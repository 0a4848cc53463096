package io.yobidashi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.Overheard;
import io.yobidashi.core.testing.RawDoor;
import io.yobidashi.localcloud.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may look, and how many. */
@QuarkusTest
@QuarkusTestResource(value = LocalCloudResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = LockedBoard.class, restrictToAnnotatedClass = true)
class BoardAccessTest {
    private static final String BEARER = "Bearer " + LockedBoard.TOKEN;

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI board;

    LocalCloud cloud;

    @Test
    void without_the_token_nothing_is_told() {
        for (String path : List.of("api/people", "api/stream")) {
            HttpResponse<String> answer = send(request(path));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        }
    }

    @Test
    void a_wrong_token_is_refused_and_not_repeated() {
        HttpResponse<String> answer = send(request("api/people").header("Authorization", BEARER + "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body() + answer.headers()).doesNotContain(LockedBoard.TOKEN);
        assertThat(session(BEARER + "x").statusCode()).isEqualTo(401);
        assertThat(session(BEARER + "x").headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void the_page_itself_is_not_behind_the_token() {
        // In tests it is not built.
        assertThat(send(request("")).statusCode()).isNotEqualTo(401);
    }

    @Test
    void browsers_are_told_to_run_and_load_nothing_but_our_own() {
        var headers = send(request("api/people")).headers();

        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "*", "http:", "data:");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
    }

    @Test
    void the_token_opens_the_board() {
        await().until(() ->
                send(request("api/people").header("Authorization", BEARER)).statusCode() == 200);
    }

    @Test
    void the_token_gives_a_cookie_that_opens_the_board_and_does_not_tell_the_token() {
        String cookie = session(BEARER).headers().firstValue("set-cookie").orElseThrow();

        assertThat(cookie).contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=");
        assertThat(cookie).doesNotContain(LockedBoard.TOKEN);
        await().until(() -> send(request("api/people").header("Cookie", cookie.split(";")[0]))
                        .statusCode()
                == 200);
    }

    @Test
    void no_log_line_and_no_page_for_operators_tells_a_token_a_cookie_or_what_a_shadow_says() {
        List<String> told = new ArrayList<>();
        String cookie =
                session(BEARER).headers().firstValue("set-cookie").orElseThrow().split("[=;]")[1];
        try (Overheard log = new Overheard()) {
            session(BEARER + "tried-in-vain");
            send(request("api/stream?token=tried-in-vain").header("Cookie", "yobidashi-board=tried-in-vain"));
            send(request("api/people").header("Cookie", "yobidashi-board=" + cookie));
            send(HttpRequest.newBuilder(cloud.endpoints().http().resolve("/things/sato/shadow"))
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"state\":{\"reported\":{\"schema\":1,\"state\":\"said-in-confidence\"}}}")));
            await().until(() -> log.lines().stream().anyMatch(line -> line.contains("over MQTT is no use")));
            told.addAll(log.lines());
        }
        for (String page : List.of("q/health", "q/metrics", "q/openapi")) {
            told.add(send(request(page)).body());
        }

        for (String secret : List.of(LockedBoard.TOKEN, cookie, "tried-in-vain", "said-in-confidence")) {
            assertThat(told).as(secret).noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void a_cookie_that_was_made_up_is_refused() {
        assertThat(send(request("api/people").header("Cookie", "yobidashi-board=0123"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void beyond_so_many_streams_a_viewer_is_told_to_come_later_and_may_when_one_has_left() throws IOException {
        List<RawDoor> viewers = new ArrayList<>();
        try {
            for (int i = 0; i < LockedBoard.STREAMS; i++) {
                viewers.add(watch());
                assertThat(viewers.get(i).next()).startsWith("HTTP/1.1 200 ");
            }
            try (RawDoor tooMany = watch()) {
                assertThat(tooMany.next())
                        .startsWith("HTTP/1.1 503 ")
                        .containsIgnoringCase("retry-after: 30")
                        .contains("application/problem+json");
            }

            viewers.get(0).close();
            await().until(() -> {
                try (RawDoor next = watch()) {
                    return next.next().startsWith("HTTP/1.1 200 ");
                }
            });
        } finally {
            for (RawDoor viewer : viewers) {
                viewer.close();
            }
        }
    }

    private RawDoor watch() throws IOException {
        RawDoor viewer = new RawDoor(board);
        viewer.send("GET /api/stream HTTP/1.1\r\nHost: a\r\nAuthorization: " + BEARER + "\r\n\r\n");
        return viewer;
    }

    private HttpResponse<String> session(String authorization) {
        return send(request("api/session")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(board.resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }
}
