package io.yobidashi.localcloud.slack.people;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.callback.Delivery;
import io.yobidashi.localcloud.slack.callback.Events;
import io.yobidashi.localcloud.slack.callback.OutgoingWebhook;
import io.yobidashi.localcloud.slack.callback.SlashCommands;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.slack.content.Markup;
import io.yobidashi.localcloud.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /slack/say?user=&text=[&thread_ts=][&channel=]} and {@code POST /slack/command?user=&text=[&channel=]}: a
 * person types.
 */
public final class SpeakingDoor {
    private final Visitor visitor;
    private final Conversation conversation;
    private final Timestamps timestamps;
    private final Roads roads;

    /** The roads that what is typed takes to the app. */
    public record Roads(OutgoingWebhook outgoing, Events events, SlashCommands commands) {}

    public SpeakingDoor(Visitor visitor, Conversation conversation, Timestamps timestamps, Roads roads) {
        this.visitor = visitor;
        this.conversation = conversation;
        this.timestamps = timestamps;
        this.roads = roads;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/slack/say", this::say);
        routes.post("/slack/command", this::command);
    }

    private void say(Context http) {
        SlackUser author = visitor.user(http);
        String text = visitor.text(http, "text");
        if (text.isBlank()) {
            throw new Problem(400, "There is no text to say.");
        }
        Draft draft = Draft.of(visitor.channel(http, author).id(), author.id(), Content.of(Markup.typed(text)))
                .inThread(http.queryParam("thread_ts"));
        Change.Posted said = conversation.post(draft);
        CompletableFuture<Optional<Delivery>> event = roads.events().deliver(said);
        List<Delivery> deliveries = new ArrayList<>();
        deliveries.add(roads.outgoing().deliver(said.message(), author).join());
        event.join().ifPresent(deliveries::add);
        new Told(said.message().ts(), deliveries).to(http);
    }

    private void command(Context http) {
        SlackUser user = visitor.user(http);
        String typed = Markup.typed(visitor.text(http, "text"));
        String ts = timestamps.next();
        Delivery delivery =
                roads.commands().run(visitor.channel(http, user), user, typed).join();
        new Told(ts, List.of(delivery)).to(http);
    }
}
