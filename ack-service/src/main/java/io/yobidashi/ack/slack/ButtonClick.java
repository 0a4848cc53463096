package io.yobidashi.ack.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.core.message.Answer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody clicked a button of a message of ours: {@code block_actions}
 * (docs.slack.dev/reference/interaction-payloads/block_actions-payload).
 *
 * @param messageTs the message that holds the button
 * @param actionTs when it was clicked
 * @param callId the button's value
 */
public record ButtonClick(
        Answer.Kind kind,
        String userId,
        String messageTs,
        String actionTs,
        String callId,
        @Nullable String responseUrl) {
    /** The {@code action_id} of the two buttons. */
    public static final String ACK = "ack";

    public static final String CANNOT = "cannot";
    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * @return empty for any other interaction than a click on one of our two buttons
     * @throws UnreadableRequestException for what is no interaction, or where a field makes no sense
     */
    public static Optional<ButtonClick> of(SlackForm form) {
        JsonNode payload = payload(form);
        JsonNode action = payload.path("actions").path(0);
        Optional<Answer.Kind> kind = kind(action.path("action_id").asText());
        if (!payload.path("type").asText().equals("block_actions") || kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ButtonClick(
                kind.get(),
                required(payload.path("user").path("id"), "user.id"),
                SlackTime.checked(
                        "container.message_ts",
                        required(payload.path("container").path("message_ts"), "container.message_ts")),
                SlackTime.checked("action_ts", required(action.path("action_ts"), "action_ts")),
                required(action.path("value"), "value"),
                address(payload.path("response_url"))));
    }

    public String id() {
        return messageTs + ":" + userId + ":" + actionTs;
    }

    public Instant at() {
        return SlackTime.at(actionTs);
    }

    private static JsonNode payload(SlackForm form) {
        String json = form.field("payload")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new UnreadableRequestException("payload is missing"));
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableRequestException("payload is no JSON");
        }
    }

    private static Optional<Answer.Kind> kind(String actionId) {
        return switch (actionId) {
            case ACK -> Optional.of(Answer.Kind.OK);
            case CANNOT -> Optional.of(Answer.Kind.CANNOT);
            default -> Optional.empty();
        };
    }

    private static @Nullable String address(JsonNode field) {
        return field.isTextual() ? required(field, "response_url") : null;
    }

    private static String required(JsonNode field, String name) {
        return Id.checked(name, field.asText());
    }
}
