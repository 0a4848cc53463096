package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.web.Problem;
import java.util.Optional;

/** {@code PUT /slack/limits} with {@code {"postsPerSecond":1,"burst":3}}, and {@code DELETE}; both answer 204. */
public final class LimitsDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PostLimits limits;

    public LimitsDoor(PostLimits limits) {
        this.limits = limits;
    }

    public void addTo(RoutesConfig routes) {
        routes.put("/slack/limits", this::set);
        routes.delete("/slack/limits", http -> {
            limits.set(Optional.empty());
            http.status(204);
        });
    }

    private void set(Context http) {
        JsonNode rate = json(http.body());
        double postsPerSecond = rate.path("postsPerSecond").asDouble();
        int burst = rate.path("burst").asInt(1);
        if (!(postsPerSecond > 0) || burst < 1) {
            throw new Problem(400, "'postsPerSecond' is more than 0, 'burst' at least 1.");
        }
        limits.set(Optional.of(new PostLimits.Rate(postsPerSecond, burst)));
        http.status(204);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Problem(400, "The body is no JSON.");
        }
    }
}
