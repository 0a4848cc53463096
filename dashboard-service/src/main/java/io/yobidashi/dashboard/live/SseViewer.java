package io.yobidashi.dashboard.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jboss.logging.Logger;

/**
 * A viewer at the other end of an HTTP response. What it does not take piles up here only up to a limit: a viewer that
 * is slower than the board is let go, and gets a fresh snapshot when it comes again.
 */
final class SseViewer implements Viewer {

    /** Far more than the largest snapshot. */
    private static final int MOST_UNSENT_BYTES = 1 << 20;

    private static final Logger LOG = Logger.getLogger(SseViewer.class);

    private final HttpServerResponse response;

    SseViewer(HttpServerResponse response) {
        this.response = response.setWriteQueueMaxSize(MOST_UNSENT_BYTES);
    }

    @Override
    public boolean send(Buffer event) {
        if (response.closed()) {
            return false;
        }
        if (response.writeQueueFull()) {
            LOG.debug("a viewer was too slow and is let go");
            response.reset();
            return false;
        }
        response.write(event);
        return true;
    }
}
