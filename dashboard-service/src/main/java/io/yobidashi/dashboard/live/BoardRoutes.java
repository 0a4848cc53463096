package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The doors of the board: {@code GET /api/people} once, {@code GET /api/stream} for as long as one looks, and
 * {@code POST /api/session} for a cookie instead of the token. All run
 * on the event loop and never block: the whole board is in memory.
 */
@ApplicationScoped
public class BoardRoutes {
    private static final Buffer NOT_YET =
            problem("Service Unavailable", 503, "The shadows have not all been read yet.");
    private static final Buffer FULL = problem("Service Unavailable", 503, "Too many are looking at the board.");
    private static final Buffer LOCKED = problem("Unauthorized", 401, "The token of the board is needed.");
    private static final String SOON_SECONDS = "1";
    private static final String LATER_SECONDS = "30";

    /** After a cut, browsers come again after this many milliseconds instead of their own 3 to 5 seconds. */
    private static final Buffer RETRY = Buffer.buffer("retry: 1000\n\n");

    private final LiveBoard board;
    private final BoardKey key;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    BoardRoutes(LiveBoard board, Settings settings) {
        BoardSettings own = BoardSettings.of(settings);
        this.board = board;
        this.key = new BoardKey(own.token());
        this.most = own.streams();
    }

    void addTo(@Observes Router router) {
        router.route("/api/*").handler(this::guard);
        router.post("/api/session").handler(this::session);
        router.get("/api/people").handler(this::people);
        router.get("/api/stream").handler(this::stream);
    }

    private void guard(RoutingContext http) {
        if (key.opensTo(http.request())) {
            http.next();
        } else {
            refuse(http, 401, LOCKED);
        }
    }

    /** Only for the token itself: a cookie that is about to end gives no new one. */
    private void session(RoutingContext http) {
        if (key.hasToken(http.request())) {
            http.response().addCookie(key.cookie()).setStatusCode(204).end();
        } else {
            refuse(http, 401, LOCKED);
        }
    }

    private void people(RoutingContext http) {
        HttpServerResponse response = http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<ObjectNode> snapshot = board.snapshot();
        if (snapshot.isPresent()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(snapshot.get().toString());
        } else {
            response.putHeader(HttpHeaders.RETRY_AFTER, SOON_SECONDS);
            refuse(http, 503, NOT_YET);
        }
    }

    /** Counted before anything else is done, so that no burst gets past it. */
    private void stream(RoutingContext http) {
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            http.response().putHeader(HttpHeaders.RETRY_AFTER, LATER_SECONDS);
            refuse(http, 503, FULL);
        } else {
            http.addEndHandler(ended -> open.decrementAndGet());
            watch(http);
        }
    }

    private void watch(RoutingContext http) {
        HttpServerResponse response = http.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would hold events back until its buffer is full.
                .putHeader("X-Accel-Buffering", "no");
        Viewer viewer = new SseViewer(http.request());
        http.addEndHandler(ended -> board.detach(viewer));
        response.write(RETRY);
        board.attach(viewer);
    }

    private static void refuse(RoutingContext http, int status, Buffer problem) {
        HttpServerResponse response = http.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.end(problem);
    }

    private static Buffer problem(String title, int status, String detail) {
        return Buffer.buffer("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status, detail));
    }
}
