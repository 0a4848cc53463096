package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.MessageView;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Messages of a channel with what they know of their threads (docs.slack.dev/messaging/retrieving-messages). */
final class ThreadView {
    private final Map<String, SlackMessage> byTs;
    private final Map<String, List<SlackMessage>> replies;
    private final Function<SlackMessage, ObjectNode> view;

    ThreadView(List<SlackMessage> all, Arguments arguments) {
        this.byTs = byTs(all);
        this.replies = all.stream()
                .filter(message -> message.threadTs() != null)
                .collect(Collectors.groupingBy(SlackMessage::threadTs));
        this.view = arguments.isSet("include_all_metadata") ? MessageView::withMetadata : MessageView::of;
    }

    static Map<String, SlackMessage> byTs(List<SlackMessage> all) {
        return all.stream().collect(Collectors.toMap(SlackMessage::ts, Function.identity()));
    }

    ObjectNode of(SlackMessage message) {
        ObjectNode node = view.apply(message);
        if (message.threadTs() != null && byTs.containsKey(message.threadTs())) {
            node.put(
                    "parent_user_id",
                    Workspace.userOf(byTs.get(message.threadTs()).user()));
        }
        List<SlackMessage> answers = replies.getOrDefault(message.ts(), List.of());
        if (!answers.isEmpty()) {
            addReplies(node, answers);
        }
        return node;
    }

    private static void addReplies(ObjectNode node, List<SlackMessage> answers) {
        List<String> authors = answers.stream()
                .map(answer -> Workspace.userOf(answer.user()))
                .distinct()
                .toList();
        node.put("thread_ts", node.path("ts").asText())
                .put("reply_count", answers.size())
                .put("reply_users_count", authors.size())
                .put("latest_reply", answers.get(answers.size() - 1).ts())
                .put("is_locked", false)
                .put("subscribed", false);
        ArrayNode users = node.putArray("reply_users");
        authors.forEach(users::add);
    }
}
