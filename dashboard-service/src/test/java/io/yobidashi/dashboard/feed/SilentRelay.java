package io.yobidashi.dashboard.feed;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server, and can go silent: connections stay open, nothing gets through any more. */
final class SilentRelay implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final NetServer server;
    private volatile boolean silent;

    SilentRelay(URI target) {
        server = vertx.createNetServer()
                .connectHandler(near -> connect(near, target))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI address() {
        return URI.create("mqtt://localhost:" + server.actualPort());
    }

    void silence() {
        silent = true;
    }

    /** New connections work again; those that fell silent stay so. */
    void speak() {
        sockets.forEach(socket -> socket.handler(lost -> {}));
        silent = false;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void connect(NetSocket near, URI target) {
        near.pause();
        client.connect(target.getPort(), target.getHost()).onSuccess(far -> {
            join(near, far);
            join(far, near);
            near.resume();
        });
    }

    private void join(NetSocket from, NetSocket to) {
        sockets.add(from);
        from.handler(bytes -> {
            if (!silent) {
                to.write(bytes);
            }
        });
        from.closeHandler(closed -> to.close());
    }
}
