package io.yobidashi.localcloud.slack.webapi;

import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.SlackMessage;

/** Finds the channel and the message that a call is about. */
record Places(Channels channels, Conversation conversation) {

    /** A call that names no channel gets the same answer; unverified. */
    Channel channel(Arguments arguments) {
        return arguments.text("channel").flatMap(channels::find).orElseThrow(() -> new ApiRefusal("channel_not_found"));
    }

    Channel openChannel(Arguments arguments) {
        Channel channel = channel(arguments);
        if (channel.archived()) {
            throw new ApiRefusal("is_archived");
        }
        return channel;
    }

    /** A message of the channel that everybody sees. */
    SlackMessage message(Channel channel, Arguments arguments, String name) {
        return arguments
                .text(name)
                .flatMap(conversation::find)
                .filter(message -> message.channel().equals(channel.id()) && message.forEverybody())
                .orElseThrow(() -> new ApiRefusal("message_not_found"));
    }
}
