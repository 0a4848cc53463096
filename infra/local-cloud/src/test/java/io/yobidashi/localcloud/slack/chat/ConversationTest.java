package io.yobidashi.localcloud.slack.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.slack.content.Content;
import io.yobidashi.localcloud.store.Shelf;
import io.yobidashi.localcloud.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2025-11-23T20:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void everything_is_there_again_after_a_restart() throws Exception {
        List<SlackMessage> before;
        try (Store store = Store.open(folder.resolve("cloud.mv.db"))) {
            Conversation conversation = on(store.shelf("slack"));
            Content content = new Content(
                    "a & b",
                    new ObjectMapper().readTree("[{\"type\":\"divider\"}]"),
                    null,
                    new ObjectMapper().readTree("{\"event_type\":\"e\",\"event_payload\":{\"n\":1}}"));
            String ts = conversation
                    .post(Draft.of("C0BOOTH", Workspace.BOT, content))
                    .message()
                    .ts();
            conversation.post(
                    Draft.of("C0BOOTH", "USATO", Content.of("ok")).inThread(ts).onlyFor("USUZUKI"));
            conversation.react(ts, "eyes", "USATO");
            conversation.edit(ts, Workspace.BOT, content);
            before = conversation.messages();
        }
        try (Store store = Store.open(folder.resolve("cloud.mv.db"))) {
            assertThat(on(store.shelf("slack")).messages()).isEqualTo(before).hasSize(2);
        }
    }

    @Test
    void no_ts_is_given_twice_though_the_clock_goes_back_over_a_restart() {
        Shelf shelf = Store.inMemory().shelf("slack");
        String first = post(on(shelf)).ts();
        clock.advance(Duration.ofHours(-1));
        Conversation second = on(shelf);
        String newest = post(second).ts();
        second.delete(newest);

        String after = post(on(shelf)).ts();

        assertThat(newest).isGreaterThan(first);
        assertThat(after).isGreaterThan(newest);
    }

    @Test
    void the_newest_ten_thousand_are_kept() {
        Shelf shelf = Store.inMemory().shelf("slack");
        Conversation conversation = on(shelf);
        String first = post(conversation).ts();
        for (int i = 0; i < Conversation.MOST_MESSAGES; i++) {
            post(conversation);
        }

        assertThat(conversation.messages()).hasSize(Conversation.MOST_MESSAGES);
        assertThat(conversation.find(first)).isEmpty();
        assertThat(on(shelf).messages()).isEqualTo(conversation.messages());
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_the_rest_is_there() {
        Shelf shelf = Store.inMemory().shelf("slack");
        SlackMessage good = post(on(shelf));
        shelf.put("message/1763928001.000000", "{\"ts\":");

        assertThat(on(shelf).messages()).containsExactly(good);
        assertThat(shelf.texts()).doesNotContainKey("message/1763928001.000000");
    }

    @Test
    void channels_are_kept_and_the_roster_s_is_always_there() {
        Shelf shelf = Store.inMemory().shelf("slack");
        new Channels("C0BOOTH", shelf).put("C0NEW", true);
        new Channels("C0BOOTH", shelf).put("C0BOOTH", true);

        assertThat(new Channels("C0BOOTH", shelf).all())
                .containsExactly(new Channel("C0BOOTH", "booth", true), new Channel("C0NEW", "c0new", true));
        assertThat(new Channels("C0OTHER", shelf).home().archived()).isFalse();
    }

    private Conversation on(Shelf shelf) {
        return new Conversation(new Timestamps(clock), shelf, change -> {});
    }

    private static SlackMessage post(Conversation conversation) {
        return conversation.post(Draft.of("C0BOOTH", "USATO", Content.of("a"))).message();
    }
}
