package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Emoji;
import io.yobidashi.localcloud.slack.chat.MessageView;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.slack.content.ContentReader;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code chat.update}, {@code chat.delete}, {@code reactions.add} and {@code reactions.remove} (their pages under
 * docs.slack.dev/reference/methods). Nothing is too old to be edited. In an archived channel all are refused; unverified.
 */
final class ChangingMethods {
    private final Places places;
    private final Bot bot;

    ChangingMethods(Places places, Bot bot) {
        this.places = places;
        this.bot = bot;
    }

    Map<String, Method> byName() {
        return Map.of(
                "chat.update",
                this::update,
                "chat.delete",
                this::delete,
                "reactions.add",
                this::add,
                "reactions.remove",
                this::remove);
    }

    private ObjectNode update(Arguments arguments) {
        SlackMessage before = own(arguments, "cant_update_message");
        if (Stream.of("text", "blocks", "attachments").noneMatch(arguments::names)) {
            throw new ApiRefusal("no_text");
        }
        Content content = PostingMethods.accepted(ContentReader.readOver(before.content(), arguments.fields()));
        SlackMessage after = found(bot.edit(before.ts(), content));
        ObjectNode answer = Method.answer()
                .put("channel", after.channel())
                .put("ts", after.ts())
                .put("text", after.text());
        answer.set("message", MessageView.withMetadata(after));
        return answer;
    }

    private ObjectNode delete(Arguments arguments) {
        SlackMessage gone =
                found(bot.delete(own(arguments, "cant_delete_message").ts()));
        return Method.answer().put("channel", gone.channel()).put("ts", gone.ts());
    }

    private ObjectNode add(Arguments arguments) {
        String name = emoji(arguments);
        SlackMessage message = places.message(places.openChannel(arguments), arguments, "timestamp");
        bot.react(message.ts(), name).orElseThrow(() -> new ApiRefusal("already_reacted"));
        return Method.answer();
    }

    private ObjectNode remove(Arguments arguments) {
        String name = emoji(arguments);
        SlackMessage message = places.message(places.openChannel(arguments), arguments, "timestamp");
        bot.unreact(message.ts(), name).orElseThrow(() -> new ApiRefusal("no_reaction"));
        return Method.answer();
    }

    private SlackMessage own(Arguments arguments, String wordForOthers) {
        Channel channel = places.openChannel(arguments);
        SlackMessage message = places.message(channel, arguments, "ts");
        if (!message.user().equals(Workspace.BOT)) {
            throw new ApiRefusal(wordForOthers);
        }
        return message;
    }

    private static String emoji(Arguments arguments) {
        return arguments.text("name").filter(Emoji::isName).orElseThrow(() -> new ApiRefusal("invalid_name"));
    }

    /** Somebody else may have deleted it in between. */
    private static SlackMessage found(Optional<SlackMessage> message) {
        return message.orElseThrow(() -> new ApiRefusal("message_not_found"));
    }
}
