package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Conversation;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code conversations.history}, newest first, without replies, and {@code conversations.replies}, oldest first (their
 * pages under docs.slack.dev/reference/methods). With {@code oldest} alone the history begins at that end (Slack's page
 * of channels.history of 2017; unverified for its successor).
 */
final class HistoryMethods {
    private static final int MOST = 999;
    private static final int MOST_REPLIES = 1_000;

    private final Places places;
    private final Conversation conversation;

    HistoryMethods(Places places, Conversation conversation) {
        this.places = places;
        this.conversation = conversation;
    }

    Map<String, Method> byName() {
        return Map.of("conversations.history", this::history, "conversations.replies", this::replies);
    }

    private ObjectNode history(Arguments arguments) {
        List<SlackMessage> all = shared(places.channel(arguments));
        Page<SlackMessage> page = page(all, arguments);
        List<SlackMessage> newestFirst = page.items().stream()
                .sorted(Comparator.comparing(SlackMessage::ts).reversed())
                .toList();
        ObjectNode answer = answer(new ThreadView(all, arguments), newestFirst, page);
        answer.put("pin_count", 0).putNull("channel_actions_ts").put("channel_actions_count", 0);
        arguments.text("latest").ifPresent(latest -> answer.put("latest", latest));
        arguments.text("oldest").ifPresent(oldest -> answer.put("oldest", oldest));
        return answer;
    }

    private static Page<SlackMessage> page(List<SlackMessage> all, Arguments arguments) {
        boolean fromOldest =
                arguments.text("oldest").isPresent() && arguments.text("latest").isEmpty();
        Comparator<String> order = fromOldest ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<SlackMessage> wanted = all.stream()
                .filter(message -> message.threadTs() == null)
                .filter(between(arguments))
                .filter(after(Page.cursor(arguments), order))
                .sorted(Comparator.comparing(SlackMessage::ts, order))
                .toList();
        return Page.first(arguments.limit(MOST), wanted, SlackMessage::ts);
    }

    /** The message that began the thread is on each page; any message of the thread may be named. */
    private ObjectNode replies(Arguments arguments) {
        Channel channel = places.channel(arguments);
        List<SlackMessage> all = shared(channel);
        SlackMessage root = root(all, arguments);
        List<SlackMessage> wanted = all.stream()
                .filter(message -> root.ts().equals(message.threadTs()))
                .filter(between(arguments))
                .filter(after(Page.cursor(arguments), Comparator.naturalOrder()))
                .toList();
        Page<SlackMessage> page = Page.first(arguments.limit(MOST_REPLIES), wanted, SlackMessage::ts);
        List<SlackMessage> items = new ArrayList<>(List.of(root));
        items.addAll(page.items());
        return answer(new ThreadView(all, arguments), items, page);
    }

    private static SlackMessage root(List<SlackMessage> all, Arguments arguments) {
        Map<String, SlackMessage> byTs = ThreadView.byTs(all);
        return arguments
                .ts("ts", "thread_not_found")
                .map(byTs::get)
                .map(message -> message.threadTs() == null ? message : byTs.get(message.threadTs()))
                .orElseThrow(() -> new ApiRefusal("thread_not_found"));
    }

    private List<SlackMessage> shared(Channel channel) {
        return conversation.messages().stream()
                .filter(message -> message.channel().equals(channel.id()) && message.forEverybody())
                .toList();
    }

    private static Predicate<SlackMessage> after(Optional<String> cursor, Comparator<String> order) {
        return message ->
                cursor.filter(ts -> order.compare(message.ts(), ts) <= 0).isEmpty();
    }

    private static Predicate<SlackMessage> between(Arguments arguments) {
        Optional<String> oldest = arguments.ts("oldest", "invalid_ts_oldest");
        Optional<String> latest = arguments.ts("latest", "invalid_ts_latest");
        int edge = arguments.isSet("inclusive") ? 0 : 1;
        return message -> oldest.filter(ts -> message.ts().compareTo(ts) < edge).isEmpty()
                && latest.filter(ts -> ts.compareTo(message.ts()) < edge).isEmpty();
    }

    private static ObjectNode answer(ThreadView view, List<SlackMessage> items, Page<SlackMessage> page) {
        ObjectNode answer = Method.answer();
        ArrayNode messages = answer.putArray("messages");
        items.stream().map(view::of).forEach(messages::add);
        answer.put("has_more", page.next().isPresent());
        page.addCursor(answer);
        return answer;
    }
}
