package io.yobidashi.localcloud.slack.people;

import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.web.Problem;
import java.util.Objects;
import java.util.Optional;

/** Reads who wants to do what to which message, and refuses what does not exist. */
public final class Visitor {
    private final SlackUsers users;
    private final Channels channels;
    private final Conversation conversation;

    public Visitor(SlackUsers users, Channels channels, Conversation conversation) {
        this.users = users;
        this.channels = channels;
        this.conversation = conversation;
    }

    SlackUser user(Context http) {
        String id = text(http, "user");
        return users.person(id)
                .orElseThrow(() -> new Problem(404, "Nobody on the roster has the Slack user '" + id + "'."));
    }

    /** The message in the path, if that user sees it. */
    SlackMessage message(Context http, SlackUser user) {
        String ts = http.pathParam("ts");
        SlackMessage message = conversation
                .find(ts)
                .filter(one -> one.isSeenBy(user.id()))
                .orElseThrow(() -> new Problem(404, "There is no message '" + ts + "'."));
        requireOpen(message.channel());
        return message;
    }

    /** The channel that is named, else that of the thread, else the roster's; which the user must be in. */
    Channel channel(Context http, SlackUser user) {
        String id = Optional.ofNullable(http.queryParam("channel"))
                .or(() -> Optional.ofNullable(http.queryParam("thread_ts"))
                        .flatMap(conversation::find)
                        .map(SlackMessage::channel))
                .orElse(channels.home().id());
        Channel channel = channels.find(id)
                .filter(one -> users.isIn(user, one.id()))
                .orElseThrow(() -> new Problem(404, user.name() + " is in no channel '" + id + "'."));
        requireOpen(channel.id());
        return channel;
    }

    String text(Context http, String name) {
        return Objects.requireNonNullElse(http.queryParam(name), "");
    }

    private void requireOpen(String channel) {
        if (channels.find(channel).filter(Channel::archived).isPresent()) {
            throw new Problem(409, "The channel '" + channel + "' is archived.");
        }
    }
}
