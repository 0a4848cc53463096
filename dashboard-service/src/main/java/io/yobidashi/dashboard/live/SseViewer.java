package io.yobidashi.dashboard.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * A viewer at the other end of an HTTP response. What it does not take piles up here only up to a limit: a viewer that
 * is slower than the board is let go, and gets a fresh snapshot when it comes again.
 */
final class SseViewer implements Viewer {

    /** Far more than the largest snapshot. */
    private static final long MOST_UNSENT_BYTES = 1 << 20;

    private static final Logger LOG = Logger.getLogger(SseViewer.class);

    private final HttpConnection connection;
    private final HttpServerResponse response;
    private final AtomicLong unsentBytes = new AtomicLong();

    SseViewer(HttpServerRequest request) {
        this.connection = request.connection();
        this.response = request.response();
    }

    @Override
    public boolean send(Buffer event) {
        if (response.closed()) {
            return false;
        }
        if (unsentBytes.addAndGet(event.length()) > MOST_UNSENT_BYTES) {
            LOG.debug("a viewer was too slow and is let go");
            cut();
            return false;
        }
        response.write(event).onComplete(written -> unsentBytes.addAndGet(-event.length()));
        return true;
    }

    /** Vert.x's own close would wait until all that is unsent is sent, which is never. */
    private void cut() {
        ((ConnectionBase) connection).channel().close();
    }
}
