package io.yobidashi.aws.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the bodies that are being received from filling the memory, by what their headers announce and before anything of
 * them is read or anybody's secret is checked. The bodies of presses are small and always let in; larger ones share what
 * is left.
 */
@Singleton
public final class BodyBudget {
    /** Ten thousand of these at a time fit into the smallest heap that a service has. */
    static final long SMALL = 4 * 1024;
    /** For all others together. */
    static final long SHARED = 32 * 1024 * 1024;
    /** A body of unknown length, which is cut off at twice that ({@code quarkus.http.limits.max-body-size}). */
    static final long UNKNOWN = Body.MAX_BYTES;

    private static final int FIRST = 10_000;
    /** As {@link Problem} has it, which needs what the board's service has not. */
    private static final String PROBLEM = "application/problem+json";

    private final AtomicLong taken = new AtomicLong();

    void register(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext context) {
        long size = announced(context.request());
        if (size <= SMALL) {
            context.next();
        } else if (size > Body.MAX_BYTES) {
            refuse(context, HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, Body.TOO_LARGE);
        } else if (taken.addAndGet(size) > SHARED) {
            taken.addAndGet(-size);
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
            refuse(context, HttpResponseStatus.SERVICE_UNAVAILABLE, "too much is being received at a time");
        } else {
            context.addEndHandler(ended -> taken.addAndGet(-size));
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return UNKNOWN;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server itself refuses what is no number.
        return length == null ? 0 : Long.parseLong(length);
    }

    /** What is still to come of the body is thrown away as it comes: a client that only reads afterwards gets its answer. */
    private static void refuse(RoutingContext context, HttpResponseStatus status, String detail) {
        context.request().resume();
        context.response()
                .setStatusCode(status.code())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
                .end(JsonObject.of(
                                "type",
                                "about:blank",
                                "title",
                                status.reasonPhrase(),
                                "status",
                                status.code(),
                                "detail",
                                detail)
                        .encode());
    }
}
