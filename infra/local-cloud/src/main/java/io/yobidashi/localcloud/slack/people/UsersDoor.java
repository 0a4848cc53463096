package io.yobidashi.localcloud.slack.people;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.web.Problem;

/** {@code PUT /slack/users/{id}} with {@code {"deleted":true}}: somebody's account is deactivated; answers 204. */
public final class UsersDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackUsers users;

    public UsersDoor(SlackUsers users) {
        this.users = users;
    }

    public void addTo(RoutesConfig routes) {
        routes.put("/slack/users/{id}", this::put);
    }

    private void put(Context http) {
        SlackUser user =
                users.person(http.pathParam("id")).orElseThrow(() -> new Problem(404, "There is no such user."));
        JsonNode deleted = deleted(http.body());
        if (!deleted.isBoolean()) {
            throw new Problem(400, "'deleted' is true or false.");
        }
        users.deactivate(user, deleted.asBoolean());
        http.status(204);
    }

    private static JsonNode deleted(String body) {
        try {
            return JSON.readTree(body).path("deleted");
        } catch (JacksonException e) {
            throw new Problem(400, "The body is no JSON.");
        }
    }
}
