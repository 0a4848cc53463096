package io.yobidashi.dashboard.live;

import io.vertx.core.buffer.Buffer;

/** Somebody who watches the stream. */
interface Viewer {

    /**
     * Sends one event without waiting.
     *
     * @param event encoded once, shared by all viewers, not to be changed
     * @return false where the viewer takes no more: it is too slow or gone, and was let go
     */
    boolean send(Buffer event);
}
