package io.yobidashi.localcloud.slack.response;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.slack.content.ContentReader;
import io.yobidashi.localcloud.slack.response.ResponseUrls.Occasion;
import java.util.Optional;

/**
 * What the app answers to what somebody did, at once or through a response URL: fields of java-slack-sdk's
 * ActionResponse and SlashCommandResponse. Seen by that one person unless {@code response_type} is {@code in_channel}.
 */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversation conversation;
    private final Bot bot;

    public Answers(Conversation conversation, Bot bot) {
        this.conversation = conversation;
        this.bot = bot;
    }

    /** An object of fields; a body that is none counts as text, an empty one as no answer. */
    public static Optional<ObjectNode> read(String body) {
        if (body.isBlank()) {
            return Optional.empty();
        }
        try {
            if (JSON.readTree(body) instanceof ObjectNode fields) {
                return Optional.of(fields);
            }
        } catch (JacksonException plainText) {
            return Optional.of(JSON.createObjectNode().put("text", body));
        }
        return Optional.of(JSON.createObjectNode().put("text", body));
    }

    /** The word of the refusal, if it is refused. */
    public Optional<String> give(Occasion occasion, JsonNode fields) {
        Optional<SlackMessage> original = Optional.ofNullable(occasion.ts()).flatMap(conversation::find);
        if (original.isPresent() && fields.path("delete_original").asBoolean()) {
            bot.delete(occasion.ts());
            return Optional.empty();
        }
        if (original.isPresent() && fields.path("replace_original").asBoolean()) {
            return replace(original.get(), fields);
        }
        ContentReader.Reading reading = ContentReader.read(fields);
        if (reading instanceof ContentReader.Accepted accepted) {
            bot.post(draft(occasion, fields, accepted.content()));
        }
        return word(reading);
    }

    /** Blocks that are not named go, since the whole message is replaced; unverified. */
    private Optional<String> replace(SlackMessage original, JsonNode fields) {
        ContentReader.Reading reading = ContentReader.read(fields);
        if (reading instanceof ContentReader.Accepted accepted) {
            bot.edit(original.ts(), accepted.content());
        }
        return word(reading);
    }

    private static Draft draft(Occasion occasion, JsonNode fields, Content content) {
        boolean inChannel = fields.path("response_type").asText().equals("in_channel");
        Draft draft = Draft.of(occasion.channel(), Workspace.BOT, content)
                .inThread(fields.path("thread_ts").asText(null));
        return inChannel ? draft : draft.onlyFor(occasion.user());
    }

    private static Optional<String> word(ContentReader.Reading reading) {
        return reading instanceof ContentReader.Refused refused ? Optional.of(refused.word()) : Optional.empty();
    }
}
