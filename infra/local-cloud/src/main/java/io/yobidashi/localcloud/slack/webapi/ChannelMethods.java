package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.SlackUsers;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code conversations.info} and {@code conversations.list} (their pages under docs.slack.dev/reference/methods). */
final class ChannelMethods {
    private static final int MOST = 999;

    private final Places places;
    private final Channels channels;
    private final SlackUsers users;

    ChannelMethods(Places places, Channels channels, SlackUsers users) {
        this.places = places;
        this.channels = channels;
        this.users = users;
    }

    Map<String, Method> byName() {
        return Map.of("conversations.info", this::info, "conversations.list", this::list);
    }

    private ObjectNode info(Arguments arguments) {
        Channel channel = places.channel(arguments);
        ObjectNode view = view(channel);
        if (arguments.isSet("include_num_members")) {
            view.put("num_members", members(channel));
        }
        ObjectNode answer = Method.answer();
        answer.set("channel", view);
        return answer;
    }

    private ObjectNode list(Arguments arguments) {
        boolean open = arguments.isSet("exclude_archived");
        boolean none = !Arrays.asList(
                        arguments.text("types").orElse("public_channel").split(","))
                .contains("public_channel");
        Optional<String> after = Page.cursor(arguments);
        List<Channel> wanted = channels.all().stream()
                .filter(channel -> !none && !(open && channel.archived()))
                .filter(channel ->
                        after.filter(id -> channel.id().compareTo(id) <= 0).isEmpty())
                .toList();
        Page<Channel> page = Page.first(arguments.limit(MOST), wanted, Channel::id);
        ObjectNode answer = Method.answer();
        ArrayNode views = answer.putArray("channels");
        page.items().forEach(channel -> views.add(view(channel).put("num_members", members(channel))));
        page.addCursor(answer);
        return answer;
    }

    private long members(Channel channel) {
        return users.all().stream()
                .filter(user -> users.isIn(user, channel.id()))
                .count();
    }

    private ObjectNode view(Channel channel) {
        ObjectNode view = Method.answer()
                .put("id", channel.id())
                .put("name", channel.name())
                .put("name_normalized", channel.name())
                .put("is_channel", true)
                .put("is_group", false)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", false)
                .put("is_general", false)
                .put("is_shared", false)
                .put("is_org_shared", false)
                .put("is_archived", channel.archived())
                .put("is_member", true)
                .put("created", 0)
                .put("creator", Workspace.BOT_USER)
                .put("context_team_id", Workspace.TEAM);
        view.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        view.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return view;
    }
}
