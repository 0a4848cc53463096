package io.yobidashi.localcloud.slack.webapi;

import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import java.util.HashMap;
import java.util.Map;

/** The methods that the fake Slack has. */
public final class Methods {
    private final Map<String, Method> byName = new HashMap<>();

    public Methods(Conversation conversation, Bot bot, People people) {
        Places places = new Places(people.channels(), conversation);
        byName.putAll(new PostingMethods(places, bot, people.limits(), people.users()).byName());
        byName.putAll(new ChangingMethods(places, bot).byName());
        byName.putAll(new HistoryMethods(places, conversation).byName());
        byName.putAll(new ChannelMethods(places, people.channels(), people.users()).byName());
        byName.putAll(new UserMethods(people.users()).byName());
    }

    /** Who and where. */
    public record People(SlackUsers users, Channels channels, PostLimits limits) {}

    Map<String, Method> byName() {
        return Map.copyOf(byName);
    }
}
