package io.yobidashi.localcloud.faults;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** A whole answer, from a real server or in its stead. */
record Answer(int status, MultiMap headers, Buffer body) {

    static Answer of(int status, String contentType, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", contentType);
        return new Answer(status, headers, Buffer.buffer(body));
    }

    Answer with(String name, String value) {
        headers.set(name, value);
        return this;
    }

    Answer withBody(String other) {
        return new Answer(status, headers, Buffer.buffer(other));
    }
}
