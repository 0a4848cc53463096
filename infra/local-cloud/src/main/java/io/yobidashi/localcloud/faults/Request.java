package io.yobidashi.localcloud.faults;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A whole request on its way to a real server.
 *
 * @param uri path and query, as they came
 */
record Request(String method, String uri, MultiMap headers, Buffer body) {

    String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}
