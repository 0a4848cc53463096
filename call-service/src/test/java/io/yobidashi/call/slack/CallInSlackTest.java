package io.yobidashi.call.slack;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see in Slack of the life of a call, by Slack's own client and the local Slack. */
class CallInSlackTest {
    private static LocalCloud cloud;

    private Booth booth;

    @BeforeAll
    static void up() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterAll
    static void down() {
        cloud.close();
    }

    @BeforeEach
    void open() throws IOException {
        booth = Booth.byBot(cloud);
    }

    @AfterEach
    void close() {
        booth.close();
    }

    @Test
    void a_call_is_one_message_with_its_mention_and_two_buttons() {
        booth.press(SATO_BUTTON);

        JsonNode message = only(booth.messages());
        assertThat(message.path("text").asText()).startsWith("<@USATO> A visitor is calling you at Reception");
        JsonNode blocks = message.path("blocks");
        assertThat(types(blocks)).containsExactly("section", "context", "actions");
        assertThat(blocks.at("/0/text/text").asText())
                .startsWith("<@USATO>")
                .contains("Reception", "<!date^" + booth.clock.instant().getEpochSecond());
        assertThat(blocks.at("/1/elements/0/text").asText()).isEqualTo("Asked: Sato");
        assertThat(actions(message)).containsExactly("ack", "cannot");
        assertThat(blocks.at("/2/elements/0/value").asText()).isEqualTo(callId());
        assertThat(blocks.at("/2/elements/0/style").asText()).isEqualTo("primary");
        assertThat(message.at("/metadata/event_type").asText()).isEqualTo("yobidashi_call");
        assertThat(message.at("/metadata/event_payload/call").asText()).isEqualTo(callId());
        assertThat(message.at("/metadata/event_payload/person").asText()).isEqualTo("sato");
        assertThat(message.at("/metadata/event_payload/ordered").asInt()).isEqualTo(1);
        assertThat(booth.status("sato").call().post().channel()).isEqualTo(booth.channel);
        assertThat(booth.status("sato").call().post().ts())
                .isEqualTo(message.path("ts").asText());
    }

    @Test
    void repeats_are_counted_in_the_message() {
        booth.press(SATO_BUTTON);
        booth.press(SATO_BUTTON);
        booth.press(SATO_BUTTON);

        JsonNode message = only(booth.messages());
        assertThat(message.path("text").asText()).startsWith("<@USATO>").contains("(×3)");
        assertThat(message.at("/blocks/1/elements/0/text").asText()).contains("×3");
        assertThat(message.has("edited")).isTrue();
    }

    @Test
    void whoever_is_asked_further_is_mentioned_in_the_thread_and_the_group_in_the_channel_too() {
        booth.press(SATO_BUTTON);
        booth.pass(Duration.ofSeconds(121));

        List<JsonNode> messages = booth.messages();
        assertThat(messages)
                .extracting(message -> message.path("text").asText().split(" ")[0])
                .containsExactly("<@USATO>", "<@USATO>", "<@USUZUKI>", "<!here>");
        assertThat(messages.subList(1, 4))
                .allSatisfy(reply -> assertThat(reply.path("thread_ts").asText())
                        .isEqualTo(messages.get(0).path("ts").asText()));
        assertThat(messages.get(0).at("/blocks/1/elements/0/text").asText())
                .isEqualTo("Asked: Sato → Suzuki → everyone");
        assertThat(booth.road.sent("chat.postMessage"))
                .extracting(form -> form.contains("reply_broadcast=1") || form.contains("reply_broadcast=true"))
                .containsExactly(false, false, false, true);
    }

    @Test
    void who_is_coming_and_who_came_stands_in_the_message() {
        booth.press(SATO_BUTTON);
        booth.say("USUZUKI", Kind.OK, "<3 min> & a bit");

        JsonNode running = only(booth.messages());
        assertThat(running.path("text").asText())
                .isEqualTo("<@USATO> Reception: Suzuki is on the way (&lt;3 min&gt; &amp; a bit).");
        assertThat(actions(running)).containsExactly("cannot");

        booth.pass(Duration.ofMinutes(6));

        JsonNode ended = only(booth.messages());
        assertThat(ended.path("text").asText())
                .isEqualTo("<@USATO> Reception: answered by Suzuki (&lt;3 min&gt; &amp; a bit).");
        assertThat(types(ended.path("blocks"))).containsExactly("section");
        assertThat(Debts.owed(booth.status("sato"))).isEmpty();
    }

    @Test
    void that_nobody_answered_stands_in_the_message() {
        booth.press(SATO_BUTTON);
        booth.press(SATO_BUTTON);
        booth.pass(Duration.ofMinutes(6));

        JsonNode ended = booth.messages().get(0);
        assertThat(ended.path("text").asText()).isEqualTo("<@USATO> Reception: nobody answered the call for Sato.");
        assertThat(ended.at("/blocks/1/elements/0/text").asText()).isEqualTo("×2");
        assertThat(actions(ended)).isEmpty();
    }

    @Test
    void that_nobody_is_free_is_told_in_the_thread_and_stands_in_the_message_at_the_end() {
        booth.press(SATO_BUTTON, Click.DOUBLE);
        assertThat(booth.texts()).singleElement().asString().startsWith("<!here>");
        booth.say("USATO", Kind.CANNOT, null);
        booth.say("USUZUKI", Kind.CANNOT, null);
        booth.say("UTANAKA", Kind.CANNOT, null);

        JsonNode told = booth.messages().get(3);
        assertThat(told.path("text").asText())
                .isEqualTo("A visitor at Reception is waiting for Sato, and nobody is free.");
        assertThat(told.has("thread_ts")).isTrue();

        booth.pass(Duration.ofMinutes(6));
        assertThat(booth.texts().get(0)).isEqualTo("<@USATO> Reception: nobody was free for the visitor of Sato.");
    }

    @Test
    void a_call_that_is_handed_over_shows_who_is_asked_now() {
        booth.press(SATO_BUTTON);
        booth.say("USATO", Kind.OK, null);
        booth.say("USATO", Kind.CANNOT, null);

        List<JsonNode> messages = booth.messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).path("text").asText()).startsWith("<@USUZUKI> Please go to Reception for Sato");
        assertThat(messages.get(0).at("/blocks/1/elements/0/text").asText()).isEqualTo("Asked: Sato → Suzuki");
        assertThat(actions(messages.get(0))).containsExactly("ack", "cannot");
    }

    @Test
    void another_booth_that_waits_is_told_once_to_whoever_is_coming() {
        booth.press(SATO_BUTTON);
        booth.say("USUZUKI", Kind.OK, null);
        booth.press(SATO_OTHER_BUTTON);
        booth.press(SATO_OTHER_BUTTON);

        List<JsonNode> messages = booth.messages();
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).path("text").asText())
                .isEqualTo("<@USUZUKI> Visitors of Sato are waiting at Meetings too.");
        assertThat(messages.get(1).has("thread_ts")).isTrue();
        assertThat(messages.get(0).at("/blocks/1/elements/0/text").asText()).contains("Also waiting: Meetings");
    }

    @Test
    void do_not_disturb_is_announced_with_its_end_and_mentions_nobody() {
        booth.say("USATO", Kind.DND_ON, "<lunch>");
        booth.pass(Duration.ofMinutes(31));

        assertThat(booth.texts()).hasSize(2).noneMatch(text -> text.contains("<@"));
        assertThat(booth.texts().get(0))
                .startsWith("Sato is not to be disturbed until <!date^")
                .endsWith("(&lt;lunch&gt;). Stand-in: Suzuki");
        assertThat(booth.texts().get(1)).isEqualTo("Sato can be called again.");
    }

    @Test
    void two_copies_that_race_post_once() {
        booth.archive(true);
        booth.press(SATO_BUTTON);
        booth.archive(false);
        Teller other = booth.teller("xoxb-local");
        Executor threads = task -> new Thread(task).start();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> other.tell("sato"), threads),
                        CompletableFuture.runAsync(() -> booth.teller.tell("sato"), threads))
                .join();

        assertThat(booth.messages()).hasSize(1);
    }

    @Test
    void an_answer_that_is_lost_on_the_way_mentions_once() {
        booth.road.next("chat.postMessage", LossyRoad.Fault.ANSWER_LOST);

        assertThat(booth.press(SATO_BUTTON)).isEqualTo(Outcome.DONE);

        assertThat(booth.messages()).hasSize(1);
        assertThat(booth.status("sato").call().post().ts())
                .isEqualTo(booth.messages().get(0).path("ts").asText());
    }

    @Test
    void a_lost_answer_in_the_thread_mentions_once_too() {
        booth.press(SATO_BUTTON);
        booth.road.next("chat.postMessage", LossyRoad.Fault.ANSWER_LOST);

        booth.pass(Duration.ofSeconds(31));

        assertThat(booth.messages()).hasSize(2);
        assertThat(booth.status("sato").call().ledger().owes()).isFalse();
    }

    @Test
    void where_looking_has_no_answer_either_the_next_copy_looks_before_it_posts() {
        booth.road.next("chat.postMessage", LossyRoad.Fault.ANSWER_LOST);
        booth.road.next("conversations.history", LossyRoad.Fault.REQUEST_LOST);
        assertThat(booth.press(SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        booth.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(booth.teller("xoxb-local").tell("sato")).isEqualTo(Outcome.DONE);

        assertThat(booth.messages()).hasSize(1);
        assertThat(booth.status("sato").call().ledger().owes()).isFalse();
    }

    @Test
    void a_message_that_never_arrived_is_posted_once_that_is_known() {
        booth.road.next("chat.postMessage", LossyRoad.Fault.REQUEST_LOST);
        assertThat(booth.press(SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        booth.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(booth.teller.tell("sato")).isEqualTo(Outcome.DONE);

        assertThat(booth.messages()).hasSize(1);
    }

    @Test
    void a_lost_edit_is_made_again() {
        booth.press(SATO_BUTTON);
        booth.road.next("chat.update", LossyRoad.Fault.ERROR_500);
        booth.press(SATO_BUTTON);
        assertThat(booth.texts().get(0)).doesNotContain("×2");

        booth.teller.tell("sato");

        assertThat(booth.texts().get(0)).contains("×2");
    }

    @Test
    void a_channel_that_is_archived_is_told_by_its_word_until_it_is_open_again() {
        booth.archive(true);

        assertThat(booth.press(SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        assertThat(booth.status("sato").call().told().trouble()).isEqualTo("is_archived");
        booth.archive(false);
        booth.clock.advance(Duration.ofSeconds(30));
        booth.teller.tell("sato");

        assertThat(booth.status("sato").call().told().trouble()).isNull();
        assertThat(booth.messages()).hasSize(1);
    }

    @Test
    void a_token_that_was_revoked_is_told_by_slacks_word() {
        booth.archive(true);
        booth.press(SATO_BUTTON);

        booth.teller("xoxb-revoked").tell("sato");

        assertThat(booth.status("sato").call().told().trouble()).isEqualTo("invalid_auth");
    }

    @Test
    void too_many_messages_wait_as_long_as_slack_says() {
        booth.http("PUT", "/slack/limits", "{\"postsPerSecond\":0.1,\"burst\":1}");
        try {
            booth.press(SATO_BUTTON);
            Outcome second = booth.press(SUZUKI_BUTTON);

            assertThat(second).isInstanceOfSatisfying(Outcome.Retry.class, retry -> assertThat(retry.after())
                    .isGreaterThan(Duration.ofSeconds(5)));
            assertThat(booth.teller.tell("suzuki")).isInstanceOf(Outcome.Retry.class);
            assertThat(booth.road.sent("chat.postMessage")).hasSize(2);
        } finally {
            booth.http("DELETE", "/slack/limits", "");
        }
        booth.clock.advance(Duration.ofSeconds(11));
        booth.teller.tell("suzuki");

        assertThat(booth.messages()).hasSize(2);
    }

    @Test
    void while_slack_is_gone_nothing_is_lost() {
        booth.road.close();

        assertThat(booth.press(SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);

        assertThat(booth.status("sato").call().ledger().owes()).isTrue();
        assertThat(booth.status("sato").call().ledger().claim())
                .as("certainly not taken")
                .isNull();
    }

    @Test
    void a_message_that_somebody_deleted_is_not_edited_for_ever() {
        booth.press(SATO_BUTTON);
        String ts = booth.messages().get(0).path("ts").asText();
        booth.road.delete(booth.channel, ts);

        booth.press(SATO_BUTTON);
        assertThat(Debts.owed(booth.status("sato"))).isEmpty();
        booth.pass(Duration.ofSeconds(31));

        assertThat(booth.texts()).hasSize(1).first().asString().startsWith("<@USATO>");
    }

    private String callId() {
        return booth.status("sato").call().id();
    }

    private static JsonNode only(List<JsonNode> messages) {
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static List<String> types(JsonNode blocks) {
        return blocks.findValuesAsText("type").stream()
                .filter(type -> List.of("section", "context", "actions").contains(type))
                .toList();
    }

    private static List<String> actions(JsonNode message) {
        return message.path("blocks").findValuesAsText("action_id");
    }
}
