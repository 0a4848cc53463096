package io.yobidashi.localcloud.slack.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.MessageView;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.response.ResponseUrls;
import io.yobidashi.localcloud.slack.response.ResponseUrls.Occasion;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody uses an element of a message: {@code block_actions} (docs.slack.dev/reference/interaction-payloads, and
 * java-slack-sdk's BlockActionPayload). What the receiver answers is not shown; it has the response URL for that.
 */
public final class Interactions {
    private static final String ROAD = "interactions";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignedClient client;
    private final ResponseUrls urls;
    private final Channels channels;
    private final TriggerIds triggers;

    public Interactions(SignedClient client, ResponseUrls urls, Channels channels, TriggerIds triggers) {
        this.client = client;
        this.urls = urls;
        this.channels = channels;
        this.triggers = triggers;
    }

    /** @param actionTs when it was clicked */
    public record Click(SlackMessage message, SlackUser user, Element element, String actionTs) {}

    /** An element with the id of the block that holds it. */
    public record Element(String blockId, JsonNode json) {}

    public CompletableFuture<Delivery> deliver(Click click) {
        String form = new Form().with("payload", payload(click).toString()).encoded();
        return client.call(new AppClient.Call("/slack/interactions", AppClient.FORM, form))
                .thenApply(outcome -> outcome.on(ROAD));
    }

    private ObjectNode payload(Click click) {
        SlackMessage message = click.message();
        ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
        payload.set("user", user(click.user()));
        payload.put("api_app_id", Workspace.APP).put("token", Workspace.VERIFICATION_TOKEN);
        payload.set("container", container(message));
        payload.put("trigger_id", triggers.next());
        addPlace(payload, message);
        payload.putObject("state").putObject("values");
        Occasion occasion = new Occasion(message.channel(), click.user().id(), message.ts());
        payload.put("response_url", urls.mint(occasion).toString());
        payload.putArray("actions").add(action(click));
        return payload;
    }

    /** The message itself is not told of one that only one person sees. */
    private void addPlace(ObjectNode payload, SlackMessage message) {
        payload.putObject("team").put("id", Workspace.TEAM).put("domain", Workspace.DOMAIN);
        payload.putNull("enterprise").put("is_enterprise_install", false);
        payload.putObject("channel")
                .put("id", message.channel())
                .put("name", channels.find(message.channel()).orElseThrow().name());
        if (message.forEverybody()) {
            payload.set("message", MessageView.withMetadata(message));
        }
    }

    private static ObjectNode user(SlackUser user) {
        return JSON.createObjectNode()
                .put("id", user.id())
                .put("username", user.name())
                .put("name", user.name())
                .put("team_id", Workspace.TEAM);
    }

    private static ObjectNode container(SlackMessage message) {
        ObjectNode container = JSON.createObjectNode()
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", message.channel())
                .put("is_ephemeral", !message.forEverybody());
        if (message.threadTs() != null) {
            container.put("thread_ts", message.threadTs());
        }
        return container;
    }

    private static ObjectNode action(Click click) {
        JsonNode element = click.element().json();
        ObjectNode action = JSON.createObjectNode()
                .put("action_id", element.path("action_id").asText())
                .put("block_id", click.element().blockId());
        for (String name : new String[] {"text", "value", "style", "type"}) {
            if (element.has(name)) {
                action.set(name, element.get(name));
            }
        }
        return action.put("action_ts", click.actionTs());
    }
}
