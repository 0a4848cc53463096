package io.yobidashi.localcloud.slack.response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * {@code POST /slack/response/<id>}: {@code 200 ok}, or an error as JSON. That errors are 404 for the URL and 400 for
 * the body is unverified.
 */
public final class ResponseDoor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ResponseUrls urls;
    private final Answers answers;

    public ResponseDoor(ResponseUrls urls, Answers answers) {
        this.urls = urls;
        this.answers = answers;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/slack/response/{id}", this::answer);
    }

    private void answer(Context http) {
        Optional<JsonNode> fields = fields(http.body());
        if (fields.isEmpty()) {
            refuse(http, 400, "invalid_payload");
            return;
        }
        ResponseUrls.Use use = urls.use(http.pathParam("id"));
        if (use instanceof ResponseUrls.Bad bad) {
            refuse(http, 404, bad.word());
        } else if (use instanceof ResponseUrls.Good good) {
            answers.give(good.occasion(), fields.get())
                    .ifPresentOrElse(word -> refuse(http, 400, word), () -> http.result("ok"));
        }
    }

    private static Optional<JsonNode> fields(String body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static void refuse(Context http, int status, String word) {
        http.status(status)
                .contentType("application/json")
                .result(JSON.createObjectNode()
                        .put("ok", false)
                        .put("error", word)
                        .toString());
    }
}
