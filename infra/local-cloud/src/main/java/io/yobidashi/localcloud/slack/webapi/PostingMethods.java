package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.MessageView;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.slack.content.ContentReader;
import java.util.Map;

/**
 * {@code chat.postMessage} and {@code chat.postEphemeral} (their pages under docs.slack.dev/reference/methods). Nothing
 * changes who it comes from, and {@code reply_broadcast} is ignored.
 */
final class PostingMethods {
    private final Places places;
    private final Bot bot;
    private final PostLimits limits;
    private final SlackUsers users;

    PostingMethods(Places places, Bot bot, PostLimits limits, SlackUsers users) {
        this.places = places;
        this.bot = bot;
        this.limits = limits;
        this.users = users;
    }

    Map<String, Method> byName() {
        return Map.of("chat.postMessage", this::postMessage, "chat.postEphemeral", this::postEphemeral);
    }

    static Content accepted(ContentReader.Reading reading) {
        if (reading instanceof ContentReader.Refused refused) {
            throw new ApiRefusal(refused.word(), refused.reasons());
        }
        return ((ContentReader.Accepted) reading).content();
    }

    private ObjectNode postMessage(Arguments arguments) {
        Draft draft = draft(arguments);
        limits.take(draft.channel()).ifPresent(wait -> {
            throw new TooFast(wait);
        });
        SlackMessage posted = bot.post(draft);
        ObjectNode answer = Method.answer().put("channel", posted.channel()).put("ts", posted.ts());
        answer.set("message", MessageView.withMetadata(posted));
        return answer;
    }

    private ObjectNode postEphemeral(Arguments arguments) {
        Channel channel = places.openChannel(arguments);
        SlackUser user =
                arguments.text("user").flatMap(users::person).orElseThrow(() -> new ApiRefusal("user_not_found"));
        if (!users.isIn(user, channel.id())) {
            throw new ApiRefusal("user_not_in_channel");
        }
        SlackMessage posted = bot.post(draft(arguments).onlyFor(user.id()));
        return Method.answer().put("message_ts", posted.ts());
    }

    private Draft draft(Arguments arguments) {
        Channel channel = places.openChannel(arguments);
        Content content = accepted(ContentReader.read(arguments.fields()));
        return Draft.of(channel.id(), Workspace.BOT, content)
                .inThread(arguments.text("thread_ts").orElse(null));
    }
}
