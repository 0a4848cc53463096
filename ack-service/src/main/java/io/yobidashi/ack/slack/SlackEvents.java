package io.yobidashi.ack.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Set;

/** Reads what the Events API posts (docs.slack.dev/apis/events-api; java-slack-sdk's JSON samples). */
public final class SlackEvents {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String SLACKBOT = "USLACKBOT";

    /** What people say: plainly, with a file, as "/me", and in a thread but for all to see. Edits and the like are not. */
    private static final Set<String> SAID = Set.of("", "file_share", "me_message", "thread_broadcast");

    private SlackEvents() {}

    /** @throws UnreadableRequestException for what is no event, or one of a person whose fields make no sense */
    public static SlackEvent parse(String body) {
        JsonNode envelope = tree(body);
        return switch (envelope.path("type").asText()) {
            case "url_verification" -> new SlackEvent.Handshake(required(envelope, "challenge"));
            case "event_callback" -> event(envelope);
            case "" -> throw new UnreadableRequestException("type is missing");
            default -> new SlackEvent.Other();
        };
    }

    private static SlackEvent event(JsonNode envelope) {
        JsonNode event = envelope.path("event");
        return switch (event.path("type").asText()) {
            case "message" -> message(event, bots(envelope));
            case "reaction_added" -> reaction(event, bots(envelope));
            default -> new SlackEvent.Other();
        };
    }

    private static SlackEvent message(JsonNode event, Set<String> bots) {
        if (!SAID.contains(event.path("subtype").asText()) || isOfBot(event, bots)) {
            return new SlackEvent.Other();
        }
        String ts = SlackTime.checked("ts", required(event, "ts"));
        String root = event.path("thread_ts").asText(ts);
        String startedBy = event.path("parent_user_id").asText("");
        if (!startedBy.isEmpty() && !bots.contains(startedBy)) {
            return new SlackEvent.Other();
        }
        return new SlackEvent.Message(
                required(event, "channel"),
                ts,
                required(event, "user"),
                event.path("text").asText(""),
                root.equals(ts) ? null : SlackTime.checked("thread_ts", root));
    }

    private static SlackEvent reaction(JsonNode event, Set<String> bots) {
        JsonNode item = event.path("item");
        boolean ofOurs = bots.contains(event.path("item_user").asText())
                && item.path("type").asText().equals("message");
        if (!ofOurs || isOfBot(event, bots)) {
            return new SlackEvent.Other();
        }
        return new SlackEvent.Reaction(
                required(item, "channel"),
                SlackTime.checked("event_ts", required(event, "event_ts")),
                required(event, "user"),
                SlackTime.checked("item.ts", required(item, "ts")),
                required(event, "reaction"));
    }

    /** Our own messages come back too; what has no author is of an app. */
    private static boolean isOfBot(JsonNode event, Set<String> bots) {
        String user = event.path("user").asText();
        boolean person = !user.isEmpty() && !user.equals(SLACKBOT) && !bots.contains(user);
        return !person || event.hasNonNull("bot_id") || event.hasNonNull("bot_profile");
    }

    /** Ourselves: whom the event was authorized for. */
    private static Set<String> bots(JsonNode envelope) {
        Set<String> bots = new HashSet<>();
        for (JsonNode authorization : envelope.path("authorizations")) {
            if (authorization.path("is_bot").asBoolean()) {
                bots.add(authorization.path("user_id").asText());
            }
        }
        return bots;
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UnreadableRequestException("the body is no JSON");
        }
    }

    private static String required(JsonNode object, String name) {
        return Id.checked(name, object.path(name).asText(""));
    }
}
