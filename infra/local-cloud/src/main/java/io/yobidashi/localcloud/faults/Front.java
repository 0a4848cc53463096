package io.yobidashi.localcloud.faults;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.yobidashi.localcloud.port.HeldPort;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The public port of a real server that listens behind it on loopback: passes requests and answers on as they are, and
 * is the place where faults happen. Can be stopped and started again on the port that it got first. Everything on its
 * way runs on one event loop.
 */
public final class Front implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    /** Above the 20 s of a long poll, and above the pauses of Server-Sent Events. */
    private static final int IDLE_SECONDS = 75;
    /** Beyond, it is for the real server to judge. */
    private static final int MAX_HEAD_BYTES = 64 * 1024;
    /** What the servers behind understand; theirs would be an answer that shows their insides. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** SQS takes 1 MiB, which the escapes of its query protocol can triple. */
    private static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    private final Vertx vertx;
    private final Context loop;
    private final Checkpoint checkpoint;
    private final String host;
    private final Arrivals arrivals;
    private final Set<Passage> underWay = new HashSet<>();
    private final HeldPort held = new HeldPort();
    private int port;
    private HttpServer server;

    /** @param address port 0 for any free one */
    Front(Vertx vertx, Faults faults, List<Wire> wires, Address address) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.checkpoint = new Checkpoint(vertx, faults, wires);
        this.host = address.host();
        this.port = address.port();
        this.arrivals = new Arrivals(vertx, address.patience());
        // Awaited: a request that comes under the new plan must not be taken for one that the plan before held back.
        faults.watch(cloud -> await(onLoop(() -> react(cloud))));
    }

    /** Opens the port, if it is closed, and waits until it listens. */
    public synchronized void start(int upstreamPort) {
        if (server == null) {
            held.release();
            server = await(onLoop(() -> open(upstreamPort)));
            port = server.actualPort();
        }
    }

    /** Closes the port, if it is open, and every connection. */
    public synchronized void stop() {
        HttpServer ending = server;
        server = null;
        if (ending != null) {
            await(ending.close());
            checkpoint.upstream().close();
            held.hold(host, port);
        }
    }

    /** For good. */
    @Override
    public synchronized void close() {
        stop();
        held.release();
    }

    public synchronized int port() {
        return port;
    }

    private Future<HttpServer> open(int upstreamPort) {
        checkpoint.connect(new Upstream(vertx, upstreamPort));
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true);
        return vertx.createHttpServer(options)
                .connectionHandler(arrivals::opened)
                .requestHandler(this::take)
                .listen(port, host);
    }

    private void take(HttpServerRequest client) {
        arrivals.begun(client.connection());
        if (!METHODS.contains(client.method().name())) {
            refuse(client, 501);
            return;
        }
        if (declaredBytes(client) > MAX_BODY_BYTES) {
            refuse(client, 413);
            return;
        }
        Buffer body = Buffer.buffer();
        client.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > MAX_BODY_BYTES) {
                client.connection().close();
            }
        });
        client.endHandler(complete -> pass(client, body));
    }

    private static long declaredBytes(HttpServerRequest client) {
        String length = client.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length); // What is no number does not get this far.
    }

    private static void refuse(HttpServerRequest client, int status) {
        client.response().setStatusCode(status).end().onComplete(told -> client.connection()
                .close());
    }

    private void pass(HttpServerRequest client, Buffer body) {
        Request request = new Request(client.method().name(), client.uri(), client.headers(), body);
        Passage passage = new Passage(checkpoint, client, request);
        underWay.add(passage);
        arrivals.arrived(client.connection());
        client.response().endHandler(over -> {
            underWay.remove(passage);
            arrivals.answered(client.connection());
        });
        passage.begin();
    }

    private Future<Void> react(String cloud) {
        if (checkpoint.serves(cloud)) {
            checkpoint.forget(cloud);
            Set.copyOf(underWay).forEach(Passage::interrupt);
        }
        return Future.succeededFuture();
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(now -> work.get().onComplete(promise));
        return promise.future();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A front did not do as it was told: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /**
     * Where a front listens.
     *
     * @param patience so long a request may take to arrive
     */
    public record Address(String host, int port, Duration patience) {}
}
