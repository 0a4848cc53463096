package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * The IoT data plane's REST door: {@code /things/{thing}/shadow[?name=]} and {@code POST /topics/{topic}}. Errors carry
 * the header {@code x-amzn-ErrorType}, from which the AWS SDKs make their exceptions. Signatures are not checked.
 */
public final class ShadowDoor {
    private static final int MAX_TOPIC = 256;

    private final Shadows shadows;
    private final Publisher publisher;

    public ShadowDoor(Shadows shadows, Publisher publisher) {
        this.shadows = shadows;
        this.publisher = publisher;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/things/{thing}/shadow", http -> reply(http, shadows.get(name(http))));
        routes.post("/things/{thing}/shadow", http -> reply(http, shadows.update(name(http), http.bodyAsBytes())));
        routes.delete("/things/{thing}/shadow", http -> reply(http, shadows.delete(name(http))));
        routes.post("/topics/<topic>", this::publish);
        routes.exception(ShadowRefusal.class, (refusal, http) -> {
            http.status(refusal.code()).header("x-amzn-ErrorType", refusal.errorType());
            reply(http, ShadowReplies.rejected(refusal));
        });
    }

    private void publish(Context http) {
        String topic = http.pathParam("topic");
        if (topic.contains("#") || topic.contains("+") || topic.length() > MAX_TOPIC) {
            throw ShadowRefusal.badRequest("Invalid topic");
        }
        publisher.publish(topic, http.bodyAsBytes());
        http.contentType("application/json").result("{\"message\":\"OK\"}");
    }

    private static ShadowName name(Context http) {
        return new ShadowName(http.pathParam("thing"), Optional.ofNullable(http.queryParam("name")));
    }

    private static void reply(Context http, ObjectNode body) {
        http.contentType("application/json").result(body.toString());
    }
}
