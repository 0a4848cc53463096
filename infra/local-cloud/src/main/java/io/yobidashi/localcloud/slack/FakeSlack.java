package io.yobidashi.localcloud.slack;

import io.javalin.config.RoutesConfig;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.slack.callback.AppClient;
import io.yobidashi.localcloud.slack.callback.EventView;
import io.yobidashi.localcloud.slack.callback.Events;
import io.yobidashi.localcloud.slack.callback.Interactions;
import io.yobidashi.localcloud.slack.callback.OutgoingWebhook;
import io.yobidashi.localcloud.slack.callback.SignedClient;
import io.yobidashi.localcloud.slack.callback.SlashCommands;
import io.yobidashi.localcloud.slack.callback.TriggerIds;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.SlackApp;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import io.yobidashi.localcloud.slack.people.ChannelsDoor;
import io.yobidashi.localcloud.slack.people.MessageDoor;
import io.yobidashi.localcloud.slack.people.SlackStream;
import io.yobidashi.localcloud.slack.people.SpeakingDoor;
import io.yobidashi.localcloud.slack.people.UsersDoor;
import io.yobidashi.localcloud.slack.people.Visitor;
import io.yobidashi.localcloud.slack.response.Answers;
import io.yobidashi.localcloud.slack.response.ResponseDoor;
import io.yobidashi.localcloud.slack.response.ResponseUrls;
import io.yobidashi.localcloud.slack.webapi.IncomingWebhook;
import io.yobidashi.localcloud.slack.webapi.LimitsDoor;
import io.yobidashi.localcloud.slack.webapi.Methods;
import io.yobidashi.localcloud.slack.webapi.PostLimits;
import io.yobidashi.localcloud.slack.webapi.WebApi;
import io.yobidashi.localcloud.store.Shelf;
import java.time.Clock;

/** A Slack workspace with one app in it, as far as Yobidashi can tell it from the real one. */
public final class FakeSlack implements AutoCloseable {
    private final SlackApp app;
    private final Clock clock;
    private final SlackStream stream = new SlackStream();
    private final Retries retries = new Retries();
    private final SlackUsers users;
    private final Channels channels;
    private final Timestamps timestamps;
    private final Conversation conversation;
    private final AppClient client;
    private final SignedClient signedClient;
    private final Events events;
    private final Bot bot;

    /** @param shelf what is said is kept there */
    public FakeSlack(Roster roster, SlackApp app, Clock clock, Shelf shelf) {
        this.app = app;
        this.clock = clock;
        this.users = new SlackUsers(roster);
        this.channels = new Channels(roster.channel(), shelf);
        this.timestamps = new Timestamps(clock);
        this.conversation = new Conversation(timestamps, shelf, stream::show);
        this.client = new AppClient(app.receiver());
        this.signedClient = new SignedClient(client, app.signingSecret(), clock);
        this.events = new Events(signedClient, new EventView(conversation, timestamps), clock, retries);
        this.bot = new Bot(conversation, events::deliver);
    }

    public void addTo(RoutesConfig routes) {
        addApi(routes);
        addPeople(routes);
    }

    @Override
    public void close() {
        retries.close();
        stream.close();
    }

    private void addApi(RoutesConfig routes) {
        PostLimits limits = new PostLimits(clock);
        Methods methods = new Methods(conversation, bot, new Methods.People(users, channels, limits));
        new WebApi(app.botToken(), methods).addTo(routes);
        new IncomingWebhook(channels, limits, bot).addTo(routes);
        new LimitsDoor(limits).addTo(routes);
    }

    private void addPeople(RoutesConfig routes) {
        ResponseUrls urls = new ResponseUrls(app.slack(), clock);
        Answers answers = new Answers(conversation, bot);
        TriggerIds triggers = new TriggerIds(clock);
        Visitor visitor = new Visitor(users, channels, conversation);
        SpeakingDoor.Roads typed = new SpeakingDoor.Roads(
                new OutgoingWebhook(client, app.outgoingToken(), channels, bot),
                events,
                new SlashCommands(signedClient, urls, answers, triggers));
        MessageDoor.Roads clicked =
                new MessageDoor.Roads(new Interactions(signedClient, urls, channels, triggers), events);
        new ResponseDoor(urls, answers).addTo(routes);
        new SpeakingDoor(visitor, conversation, timestamps, typed).addTo(routes);
        new MessageDoor(visitor, conversation, timestamps, clicked).addTo(routes);
        new ChannelsDoor(channels).addTo(routes);
        new UsersDoor(users).addTo(routes);
        stream.addTo(routes, conversation::messages);
    }
}
