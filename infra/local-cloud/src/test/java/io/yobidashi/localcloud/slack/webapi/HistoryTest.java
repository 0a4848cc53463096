package io.yobidashi.localcloud.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import io.yobidashi.localcloud.slack.SlackRig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was said, as Slack's own client reads it: m0 to m4, with two replies to m1. */
class HistoryTest {
    private static final String CHANNEL = SlackRig.CHANNEL;

    private final SlackRig rig = new SlackRig();
    private final List<String> ts = new ArrayList<>();

    @BeforeEach
    void talk() throws Exception {
        for (int i = 0; i < 5; i++) {
            String text = "m" + i;
            ts.add(rig.api()
                    .chatPostMessage(post -> post.channel(CHANNEL)
                            .text(text)
                            .metadata(Message.Metadata.builder()
                                    .eventType("e")
                                    .eventPayload(Map.of("text", text))
                                    .build()))
                    .getTs());
        }
        rig.post("/slack/say?user=USATO&text=r0&thread_ts=" + ts.get(1));
        rig.post("/slack/say?user=USUZUKI&text=r1&thread_ts=" + ts.get(1));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** docs.slack.dev/reference/methods/conversations.history; the row of oldest alone: Slack's channels.history of 2017. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            - | - | false | 100 | m4 m3 m2 m1 m0 | false
            - | - | false | 2   | m4 m3          | true
            1 | - | false | 100 | m4 m3 m2       | false
            1 | - | true  | 100 | m4 m3 m2 m1    | false
            1 | - | true  | 1   | m1             | true
            - | 3 | false | 100 | m2 m1 m0       | false
            - | 3 | true  | 1   | m3             | true
            1 | 3 | false | 100 | m2             | false
            1 | 3 | true  | 2   | m3 m2          | true
            """)
    void the_history_is_newest_first_within_bounds(
            Integer oldest, Integer latest, boolean inclusive, int limit, String texts, boolean more) throws Exception {
        ConversationsHistoryResponse answer = rig.api().conversationsHistory(history -> history.channel(CHANNEL)
                .oldest(oldest == null ? null : ts.get(oldest))
                .latest(latest == null ? null : ts.get(latest))
                .inclusive(inclusive)
                .limit(limit));

        assertThat(answer.getMessages()).extracting(Message::getText).containsExactly(texts.split(" "));
        assertThat(answer.isHasMore()).isEqualTo(more);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from the newest | m4 m3 m2 m1 m0
            from the oldest | m1 m0 m3 m2 m4
            """)
    void pages_follow_each_other_without_gap_though_more_is_said(String way, String texts) throws Exception {
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            String here = cursor;
            ConversationsHistoryResponse page = rig.api().conversationsHistory(history -> history.channel(CHANNEL)
                    .limit(2)
                    .oldest(way.endsWith("oldest") ? "0" : null)
                    .cursor(here));
            page.getMessages().forEach(message -> read.add(message.getText()));
            cursor = page.getResponseMetadata().getNextCursor();
        } while (!cursor.isEmpty());

        assertThat(read).containsExactly(texts.split(" "));
    }

    @Test
    void a_thread_is_told_with_its_first_message_and_read_from_any() throws Exception {
        String reply = rig.messages().get(5).path("ts").asText();

        ConversationsRepliesResponse thread = rig.api()
                .conversationsReplies(replies -> replies.channel(CHANNEL).ts(ts.get(1)));
        ConversationsRepliesResponse fromReply = rig.api()
                .conversationsReplies(replies -> replies.channel(CHANNEL).ts(reply));

        assertThat(thread.getMessages()).extracting(Message::getText).containsExactly("m1", "r0", "r1");
        assertThat(fromReply.getMessages()).isEqualTo(thread.getMessages());
        Message first = thread.getMessages().get(0);
        assertThat(first.getThreadTs()).isEqualTo(ts.get(1));
        assertThat(first.getReplyCount()).isEqualTo(2);
        assertThat(first.getReplyUsers()).containsExactly("USATO", "USUZUKI");
        assertThat(first.getLatestReply()).isEqualTo(thread.getMessages().get(2).getTs());
        assertThat(thread.getMessages().get(1).getParentUserId()).isEqualTo("UYOBIDASHI");
    }

    @Test
    void a_thread_is_paged_oldest_first() throws Exception {
        ConversationsRepliesResponse first = rig.api()
                .conversationsReplies(
                        replies -> replies.channel(CHANNEL).ts(ts.get(1)).limit(1));
        ConversationsRepliesResponse second = rig.api().conversationsReplies(replies -> replies.channel(CHANNEL)
                .ts(ts.get(1))
                .limit(1)
                .cursor(first.getResponseMetadata().getNextCursor()));

        assertThat(first.getMessages()).extracting(Message::getText).containsExactly("m1", "r0");
        assertThat(first.isHasMore()).isTrue();
        assertThat(second.getMessages()).extracting(Message::getText).containsExactly("m1", "r1");
        assertThat(second.isHasMore()).isFalse();
    }

    @Test
    void metadata_is_told_on_request_only() throws Exception {
        ConversationsHistoryResponse without = rig.api().conversationsHistory(history -> history.channel(CHANNEL));
        ConversationsHistoryResponse with = rig.api()
                .conversationsHistory(history -> history.channel(CHANNEL).includeAllMetadata(true));

        assertThat(without.getMessages()).allMatch(message -> message.getMetadata() == null);
        assertThat(with.getMessages().get(0).getMetadata().getEventPayload()).containsEntry("text", "m4");
    }
}
