package io.yobidashi.aws.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts a connection whose body trickles in: the idle timeout acts on connections and heads only, since each piece of a body
 * counts as a sign of life.
 */
@Singleton
public final class SlowBodies {
    private static final int FIRST_OF_ALL = 10_000;

    private final Duration limit;

    public SlowBodies(@ConfigProperty(name = "yobidashi.body-limit") Duration limit) {
        this.limit = limit;
    }

    void addTo(@Observes Filters filters) {
        filters.register(this::watch, FIRST_OF_ALL);
    }

    private void watch(RoutingContext http) {
        HttpServerRequest request = http.request();
        if (hasBody(request)) {
            long cut = http.vertx().setTimer(limit.toMillis(), timer -> cutUnlessComplete(request));
            // A refusal may be sent before the body is there, which then must still come in time.
            http.addEndHandler(answered -> {
                if (request.isEnded()) {
                    http.vertx().cancelTimer(cut);
                }
            });
        }
        http.next();
    }

    /** Some clients announce an empty body, also of a stream that they watch for hours: nothing is to come of it. */
    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static void cutUnlessComplete(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }
}
