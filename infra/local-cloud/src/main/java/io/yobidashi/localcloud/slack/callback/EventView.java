package io.yobidashi.localcloud.slack.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.MessageView;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.util.Optional;
import java.util.UUID;

/** A change as the {@code event} of the Events API (docs.slack.dev/reference/events; java-slack-sdk's JSON samples). */
public final class EventView {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversation conversation;
    private final Timestamps timestamps;

    public EventView(Conversation conversation, Timestamps timestamps) {
        this.conversation = conversation;
        this.timestamps = timestamps;
    }

    /** Empty for what only one person sees: Slack sends no events of that. */
    Optional<ObjectNode> of(Change change) {
        if (!change.message().forEverybody()) {
            return Optional.empty();
        }
        if (change instanceof Change.Posted posted) {
            return Optional.of(posted(posted.message()));
        }
        if (change instanceof Change.Edited edited) {
            return Optional.of(edited(edited));
        }
        if (change instanceof Change.ReactionAdded added) {
            return Optional.of(reaction("reaction_added", added.message(), added.name(), added.user()));
        }
        if (change instanceof Change.ReactionRemoved removed) {
            return Optional.of(reaction("reaction_removed", removed.message(), removed.name(), removed.user()));
        }
        return Optional.of(deleted(change.message()));
    }

    private ObjectNode posted(SlackMessage message) {
        ObjectNode event = MessageView.withMetadata(message);
        if (!message.user().equals(Workspace.BOT)) {
            event.put("client_msg_id", UUID.randomUUID().toString());
        }
        Optional.ofNullable(message.threadTs())
                .flatMap(conversation::find)
                .ifPresent(parent -> event.put("parent_user_id", Workspace.userOf(parent.user())));
        return event.put("channel", message.channel())
                .put("event_ts", message.ts())
                .put("channel_type", "channel");
    }

    private ObjectNode edited(Change.Edited edited) {
        ObjectNode event = hidden("message_changed", edited.message());
        event.set("message", MessageView.withMetadata(edited.message()));
        event.set("previous_message", MessageView.withMetadata(edited.before()));
        return event;
    }

    private ObjectNode deleted(SlackMessage message) {
        ObjectNode event = hidden("message_deleted", message).put("deleted_ts", message.ts());
        event.set("previous_message", MessageView.withMetadata(message));
        return event;
    }

    private ObjectNode hidden(String subtype, SlackMessage message) {
        String ts = timestamps.next();
        return JSON.createObjectNode()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("channel", message.channel())
                .put("ts", ts)
                .put("event_ts", ts)
                .put("channel_type", "channel");
    }

    private ObjectNode reaction(String type, SlackMessage message, String name, String user) {
        ObjectNode event = JSON.createObjectNode()
                .put("type", type)
                .put("user", Workspace.userOf(user))
                .put("reaction", name)
                .put("item_user", Workspace.userOf(message.user()));
        event.putObject("item")
                .put("type", "message")
                .put("channel", message.channel())
                .put("ts", message.ts());
        return event.put("event_ts", timestamps.next());
    }
}
