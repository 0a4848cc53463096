package io.yobidashi.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SseViewerTest {
    private static final Buffer EVENT = Buffer.buffer("data: " + "x".repeat(10_000) + "\n\n");
    private static final int FAR_TOO_MANY = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<HttpServerRequest> request = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final HttpServer server = vertx.createHttpServer()
            .requestHandler(received -> {
                received.response().setChunked(true).closeHandler(end -> closed.complete(null));
                request.complete(received);
            })
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void oneWhoReadsNothingIsLetGoBeforeMuchHasPiledUp() throws IOException {
        try (Socket socket = connect()) {
            SseViewer viewer =
                    new SseViewer(request.orTimeout(10, TimeUnit.SECONDS).join());

            assertThat(eventsTaken(viewer)).isPositive().isLessThan(FAR_TOO_MANY);
            assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
            assertThat(socket.isClosed()).as("it was not the viewer who left").isFalse();
            assertThat(viewer.send(EVENT)).isFalse();
        }
    }

    @Test
    void oneWhoLeftTakesNothing() throws IOException {
        connect().close();
        SseViewer viewer = new SseViewer(request.orTimeout(10, TimeUnit.SECONDS).join());
        assertThat(closed).succeedsWithin(Duration.ofSeconds(10));

        assertThat(viewer.send(EVENT)).isFalse();
    }

    private int eventsTaken(SseViewer viewer) {
        int taken = 0;
        while (taken < FAR_TOO_MANY && viewer.send(EVENT)) {
            taken++;
        }
        return taken;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", server.actualPort());
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
