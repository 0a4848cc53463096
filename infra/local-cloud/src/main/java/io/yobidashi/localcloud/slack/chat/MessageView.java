package io.yobidashi.localcloud.slack.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message as the Web API, events and interactions show it (the message object in java-slack-sdk's JSON samples). All
 * that the app posts looks as if by {@code chat.postMessage}; for what came through the webhook real Slack adds the
 * subtype {@code bot_message} and no user.
 */
public final class MessageView {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageView() {}

    /** Without metadata, which is shown on request only. */
    public static ObjectNode of(SlackMessage message) {
        ObjectNode view = JSON.createObjectNode();
        view.put("type", "message");
        view.put("user", Workspace.userOf(message.user()));
        if (message.user().equals(Workspace.BOT)) {
            view.put("bot_id", Workspace.BOT);
            view.put("app_id", Workspace.APP);
            view.set("bot_profile", botProfile());
        }
        view.put("team", Workspace.TEAM);
        view.put("text", message.text());
        putIfThere(view, "blocks", message.blocks());
        putIfThere(view, "attachments", message.attachments());
        view.put("ts", message.ts());
        if (message.threadTs() != null) {
            view.put("thread_ts", message.threadTs());
        }
        addEdited(view, message.edited());
        addReactions(view, message);
        return view;
    }

    public static ObjectNode withMetadata(SlackMessage message) {
        ObjectNode view = of(message);
        putIfThere(view, "metadata", message.metadata());
        return view;
    }

    private static ObjectNode botProfile() {
        return JSON.createObjectNode()
                .put("id", Workspace.BOT)
                .put("deleted", false)
                .put("name", "yobidashi")
                .put("updated", 0)
                .put("app_id", Workspace.APP)
                .put("team_id", Workspace.TEAM);
    }

    /** Slack names the bot here, not its user (page of chat.update). */
    private static void addEdited(ObjectNode view, SlackMessage.Edited edited) {
        if (edited != null) {
            view.putObject("edited").put("user", edited.user()).put("ts", edited.ts());
        }
    }

    private static void addReactions(ObjectNode view, SlackMessage message) {
        if (message.reactions().isEmpty()) {
            return;
        }
        ArrayNode all = view.putArray("reactions");
        for (SlackMessage.Reaction reaction : message.reactions()) {
            ObjectNode one = all.addObject().put("name", reaction.name());
            ArrayNode users = one.putArray("users");
            reaction.users().stream().map(Workspace::userOf).forEach(users::add);
            one.put("count", reaction.users().size());
        }
    }

    private static void putIfThere(ObjectNode view, String name, JsonNode value) {
        if (value != null) {
            view.set(name, value);
        }
    }
}
