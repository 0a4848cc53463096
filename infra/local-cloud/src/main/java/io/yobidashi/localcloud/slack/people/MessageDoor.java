package io.yobidashi.localcloud.slack.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.callback.Events;
import io.yobidashi.localcloud.slack.callback.Interactions;
import io.yobidashi.localcloud.slack.callback.Interactions.Click;
import io.yobidashi.localcloud.slack.callback.Interactions.Element;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.Emoji;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import io.yobidashi.localcloud.slack.content.BlockElements;
import io.yobidashi.localcloud.web.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What people do with a message: {@code POST /slack/messages/{ts}/click?action=&user=[&block=]}, and
 * {@code POST} or {@code DELETE /slack/messages/{ts}/react?user=&name=}.
 */
public final class MessageDoor {
    private final Visitor visitor;
    private final Conversation conversation;
    private final Timestamps timestamps;
    private final Roads roads;

    /** The roads that clicks and reactions take to the app. */
    public record Roads(Interactions interactions, Events events) {}

    public MessageDoor(Visitor visitor, Conversation conversation, Timestamps timestamps, Roads roads) {
        this.visitor = visitor;
        this.conversation = conversation;
        this.timestamps = timestamps;
        this.roads = roads;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/slack/messages", http -> Told.write(http, conversation.messages()));
        routes.post("/slack/messages/{ts}/click", this::click);
        routes.post("/slack/messages/{ts}/react", this::react);
        routes.delete("/slack/messages/{ts}/react", this::unreact);
    }

    private void click(Context http) {
        SlackUser user = visitor.user(http);
        SlackMessage message = visitor.message(http, user);
        String action = visitor.text(http, "action");
        Element element = element(message, action, Optional.ofNullable(http.queryParam("block")))
                .orElseThrow(() -> new Problem(404, "The message has no action '" + action + "'."));
        Click click = new Click(message, user, element, timestamps.next());
        new Told(message.ts(), List.of(roads.interactions().deliver(click).join())).to(http);
    }

    private static Optional<Element> element(SlackMessage message, String action, Optional<String> block) {
        if (message.blocks() == null) {
            return Optional.empty();
        }
        for (JsonNode one : message.blocks()) {
            String id = one.path("block_id").asText();
            Optional<Element> found = BlockElements.in(one).stream()
                    .filter(element -> element.path("action_id").asText().equals(action))
                    .map(element -> new Element(id, element))
                    .findFirst();
            if (found.isPresent() && block.filter(wanted -> !wanted.equals(id)).isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void react(Context http) {
        SlackUser user = visitor.user(http);
        SlackMessage message = reactable(http, user);
        String name = emoji(http);
        Change change = conversation
                .react(message.ts(), name, user.id())
                .orElseThrow(() -> new Problem(409, user.name() + " has reacted with '" + name + "' already."));
        tell(http, change);
    }

    private void unreact(Context http) {
        SlackUser user = visitor.user(http);
        SlackMessage message = reactable(http, user);
        String name = emoji(http);
        Change change = conversation
                .unreact(message.ts(), name, user.id())
                .orElseThrow(() -> new Problem(404, user.name() + " has not reacted with '" + name + "'."));
        tell(http, change);
    }

    /** Nobody reacts to what only one person sees. */
    private SlackMessage reactable(Context http, SlackUser user) {
        SlackMessage message = visitor.message(http, user);
        if (!message.forEverybody()) {
            throw new Problem(409, "A message that only one person sees takes no reactions.");
        }
        return message;
    }

    private String emoji(Context http) {
        String name = visitor.text(http, "name");
        if (!Emoji.isName(name)) {
            throw new Problem(400, "'" + name + "' is no name of an emoji.");
        }
        return name;
    }

    private void tell(Context http, Change change) {
        new Told(
                        change.message().ts(),
                        roads.events().deliver(change).join().stream().toList())
                .to(http);
    }
}
