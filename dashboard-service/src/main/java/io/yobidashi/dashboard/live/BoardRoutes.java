package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/**
 * The two doors of the board: {@code GET /api/people} once, {@code GET /api/stream} for as long as one looks. Both run
 * on the event loop and never block: the whole board is in memory.
 */
@ApplicationScoped
public class BoardRoutes {
    private static final Buffer NOT_YET = Buffer.buffer("""
            {"type":"about:blank","title":"Service Unavailable","status":503,\
            "detail":"The shadows have not all been read yet."}""");

    /** After a cut, browsers come again after this many milliseconds instead of their own 3 to 5 seconds. */
    private static final Buffer RETRY = Buffer.buffer("retry: 1000\n\n");

    private final LiveBoard board;

    BoardRoutes(LiveBoard board) {
        this.board = board;
    }

    void addTo(@Observes Router router) {
        router.get("/api/people").handler(this::people);
        router.get("/api/stream").handler(this::stream);
    }

    private void people(RoutingContext http) {
        HttpServerResponse response = http.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional<ObjectNode> snapshot = board.snapshot();
        if (snapshot.isPresent()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(snapshot.get().toString());
        } else {
            response.setStatusCode(503)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .putHeader(HttpHeaders.RETRY_AFTER, "1")
                    .end(NOT_YET);
        }
    }

    private void stream(RoutingContext http) {
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
}
