package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** Reads what is posted to an incoming webhook, and refuses what Slack refuses, in Slack's plain words. */
final class IncomingWebhook {
    /** The user that posts what comes through the webhook. */
    static final String BOT = "BYOBIDASHI";

    private static final ObjectMapper JSON = new ObjectMapper();

    private IncomingWebhook() {}

    sealed interface Reading {}

    record Accepted(Draft draft) implements Reading {}

    /** The body is the answer's plain text. */
    record Refused(int status, String body) implements Reading {}

    /** @param payload the JSON body, or the form field {@code payload} */
    static Reading read(String payload) {
        JsonNode json;
        try {
            json = JSON.readTree(payload);
        } catch (JacksonException notJson) {
            return new Refused(400, "invalid_payload");
        }
        if (!json.isObject()
                || !(json.path("text").isTextual() || json.path("text").isMissingNode())) {
            return new Refused(400, "invalid_payload");
        }
        return read(json);
    }

    private static Reading read(JsonNode json) {
        String text = json.path("text").asText();
        JsonNode blocks = json.path("blocks");
        if (!blocks.isMissingNode() && !blocks.isArray()) {
            return new Refused(400, "invalid_blocks");
        }
        if (text.isEmpty() && blocks.isEmpty() && json.path("attachments").isEmpty()) {
            return new Refused(400, "no_text");
        }
        String threadTs =
                Optional.ofNullable(json.get("thread_ts")).map(JsonNode::asText).orElse(null);
        return new Accepted(new Draft(BOT, text, blocks.isEmpty() ? null : blocks, threadTs));
    }
}
