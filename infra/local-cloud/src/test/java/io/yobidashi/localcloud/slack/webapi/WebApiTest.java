package io.yobidashi.localcloud.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import io.yobidashi.localcloud.slack.SlackRig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through Slack's own client, set so that a field it does not know fails the call. */
class WebApiTest {
    private static final String CHANNEL = SlackRig.CHANNEL;

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_message_with_blocks_and_metadata_is_posted_and_found_again() throws Exception {
        ChatPostMessageResponse posted = rig.api().chatPostMessage(post -> post.channel(CHANNEL)
                .text("<@USATO> 呼び出し")
                .blocks(List.of(Blocks.actions(List.of(BlockElements.button(
                        button -> button.actionId("ack").value("01KAR").text(BlockCompositions.plainText("行きます")))))))
                .metadata(Message.Metadata.builder()
                        .eventType("call")
                        .eventPayload(Map.of("call", "01KAR"))
                        .build()));

        assertThat(posted.isOk()).as(posted.getError()).isTrue();
        assertThat(posted.getMessage().getBotId()).isEqualTo("BYOBIDASHI");
        assertThat(posted.getMessage().getText()).isEqualTo("<@USATO> 呼び出し");
        assertThat(posted.getMessage().getMetadata().getEventType()).isEqualTo("call");
        JsonNode kept = rig.messages().get(0);
        assertThat(kept.path("ts").asText()).isEqualTo(posted.getTs());
        assertThat(kept.path("user").asText()).isEqualTo("BYOBIDASHI");
        assertThat(kept.at("/blocks/0/elements/0/value").asText()).isEqualTo("01KAR");
        assertThat(kept.at("/metadata/event_payload/call").asText()).isEqualTo("01KAR");
        assertThat(kept.has("thread_ts") || kept.has("to") || kept.has("reactions") || kept.has("edited"))
                .as("absent fields are left out")
                .isFalse();
    }

    @Test
    void a_reply_to_a_reply_joins_the_thread() throws Exception {
        String call = posted("call").getTs();
        String first = rig.api()
                .chatPostMessage(post -> post.channel(CHANNEL).text("first").threadTs(call))
                .getTs();

        ChatPostMessageResponse second = rig.api()
                .chatPostMessage(post -> post.channel(CHANNEL).text("second").threadTs(first));

        assertThat(second.getMessage().getThreadTs()).isEqualTo(call);
    }

    @Test
    void an_edit_changes_the_text_and_says_so() throws Exception {
        String ts = posted("before").getTs();

        ChatUpdateResponse updated =
                rig.api().chatUpdate(update -> update.channel(CHANNEL).ts(ts).text("after"));

        assertThat(updated.isOk()).as(updated.getError()).isTrue();
        assertThat(updated.getText()).isEqualTo("after");
        assertThat(updated.getMessage().getEdited().getUser()).isEqualTo("BYOBIDASHI");
        assertThat(rig.texts()).containsExactly("after");
        assertThat(rig.messages().get(0).path("edited").path("ts").asText()).isGreaterThan(ts);
    }

    @Test
    void an_ephemeral_message_has_one_reader_and_is_in_no_history() throws Exception {
        String ts = rig.api()
                .chatPostEphemeral(post -> post.channel(CHANNEL).user("USATO").text("psst"))
                .getMessageTs();

        assertThat(rig.messages().get(0).path("ts").asText()).isEqualTo(ts);
        assertThat(rig.messages().get(0).path("to").asText()).isEqualTo("USATO");
        assertThat(rig.api()
                        .conversationsHistory(history -> history.channel(CHANNEL))
                        .getMessages())
                .isEmpty();
    }

    @Test
    void reactions_of_the_app_and_of_people_are_counted() throws Exception {
        String ts = posted("call").getTs();

        rig.api().reactionsAdd(add -> add.channel(CHANNEL).timestamp(ts).name("eyes"));
        rig.post("/slack/messages/" + ts + "/react?user=USATO&name=eyes");
        rig.post("/slack/messages/" + ts + "/react?user=USATO&name=%E4%BA%86%E8%A7%A3");
        assertThat(rig.messages().get(0).path("reactions")).isEqualTo(SlackRig.json("""
                [{"name":"eyes","users":["BYOBIDASHI","USATO"]},{"name":"了解","users":["USATO"]}]"""));
        Message shown = rig.api()
                .conversationsHistory(history -> history.channel(CHANNEL))
                .getMessages()
                .get(0);
        assertThat(shown.getReactions().get(0).getCount()).isEqualTo(2);
        assertThat(shown.getReactions().get(0).getUsers()).containsExactly("UYOBIDASHI", "USATO");

        rig.api()
                .reactionsRemove(remove -> remove.channel(CHANNEL).timestamp(ts).name("eyes"));
        rig.send("DELETE /slack/messages/" + ts + "/react?user=USATO&name=eyes");
        assertThat(rig.messages().get(0).path("reactions").findValuesAsText("name"))
                .containsExactly("了解");
    }

    @Test
    void a_deleted_message_is_gone() throws Exception {
        String ts = posted("gone").getTs();

        assertThat(rig.api()
                        .chatDelete(delete -> delete.channel(CHANNEL).ts(ts))
                        .isOk())
                .isTrue();

        assertThat(rig.messages()).isEmpty();
    }

    @Test
    void users_carry_the_names_of_the_roster_and_one_is_a_guest() throws Exception {
        UsersInfoResponse sato = rig.api().usersInfo(info -> info.user("USATO"));

        assertThat(sato.getUser().getName()).isEqualTo("sato");
        assertThat(sato.getUser().getRealName()).isEqualTo("佐藤");
        assertThat(sato.getUser().getProfile().getDisplayName()).isEqualTo("Sato");
        assertThat(rig.api().usersInfo(info -> info.user("UGUEST")).getUser().isUltraRestricted())
                .isTrue();
        assertThat(rig.api().usersList(list -> list).getMembers())
                .extracting(User::getId)
                .containsExactly("USATO", "USUZUKI", "UTANAKA", "UGUEST", "UYOBIDASHI");
        assertThat(rig.api().authTest(test -> test).getBotId()).isEqualTo("BYOBIDASHI");
    }

    @Test
    void channels_are_told_with_whether_they_are_archived() throws Exception {
        rig.send("PUT /slack/channels/C0OLD {\"archived\":true}");

        assertThat(rig.api()
                        .conversationsInfo(info -> info.channel(CHANNEL).includeNumMembers(true))
                        .getChannel()
                        .getNumOfMembers())
                .isEqualTo(5);
        assertThat(rig.api()
                        .conversationsInfo(info -> info.channel("C0OLD"))
                        .getChannel()
                        .isArchived())
                .isTrue();
        assertThat(rig.api().conversationsList(list -> list).getChannels())
                .extracting(Conversation::getId)
                .containsExactly(CHANNEL, "C0OLD");
        assertThat(rig.api()
                        .conversationsList(list -> list.excludeArchived(true))
                        .getChannels())
                .extracting(Conversation::getId)
                .containsExactly(CHANNEL);
    }

    /** The errors of each method's page under docs.slack.dev/reference/methods; {@code {ts}} is a message of the app. */
    @ParameterizedTest(name = "{0} {2} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            chat.sing            | unknown_method          | {}
            chat.postMessage     | channel_not_found       | {"channel":"C0NONE","text":"a"}
            chat.postMessage     | channel_not_found       | {"text":"a"}
            chat.postMessage     | is_archived             | {"channel":"C0OLD","text":"a"}
            chat.postMessage     | no_text                 | {"channel":"C0BOOTH"}
            chat.postMessage     | no_text                 | {"channel":"C0BOOTH","text":"","blocks":[]}
            chat.postMessage     | msg_too_long            | {"channel":"C0BOOTH","text":"#40001"}
            chat.postMessage     | invalid_blocks          | {"channel":"C0BOOTH","blocks":[{"type":"section"}]}
            chat.postMessage     | invalid_blocks_format   | {"channel":"C0BOOTH","blocks":{"type":"divider"}}
            chat.postMessage     | invalid_blocks_format   | {"channel":"C0BOOTH","blocks":"[{"}
            chat.postMessage     | too_many_attachments    | {"channel":"C0BOOTH","text":"a","attachments":[101]}
            chat.postMessage     | invalid_metadata_format | {"channel":"C0BOOTH","text":"a","metadata":"{"}
            chat.postMessage     | invalid_metadata_schema | {"channel":"C0BOOTH","text":"a","metadata":{"event_type":"e"}}
            chat.postMessage     | json_not_object         | []
            chat.postMessage     | invalid_json            | {"channel"
            chat.postEphemeral   | user_not_found          | {"channel":"C0BOOTH","text":"a","user":"UNOBODY"}
            chat.postEphemeral   | user_not_in_channel     | {"channel":"C0OTHER","text":"a","user":"UGUEST"}
            chat.update          | message_not_found       | {"channel":"C0BOOTH","ts":"1.000001","text":"a"}
            chat.update          | message_not_found       | {"channel":"C0OTHER","ts":"{ts}","text":"a"}
            chat.update          | cant_update_message     | {"channel":"C0BOOTH","ts":"{said}","text":"a"}
            chat.update          | no_text                 | {"channel":"C0BOOTH","ts":"{ts}"}
            chat.delete          | message_not_found       | {"channel":"C0BOOTH","ts":"1.000001"}
            chat.delete          | cant_delete_message     | {"channel":"C0BOOTH","ts":"{said}"}
            reactions.add        | message_not_found       | {"channel":"C0BOOTH","timestamp":"1.000001","name":"eyes"}
            reactions.add        | already_reacted         | {"channel":"C0BOOTH","timestamp":"{ts}","name":"eyes"}
            reactions.add        | invalid_name            | {"channel":"C0BOOTH","timestamp":"{ts}","name":"No Emoji"}
            reactions.remove     | no_reaction             | {"channel":"C0BOOTH","timestamp":"{ts}","name":"tada"}
            users.info           | user_not_found          | {"user":"UNOBODY"}
            conversations.info   | channel_not_found       | {"channel":"C0NONE"}
            conversations.history | channel_not_found      | {"channel":"C0NONE"}
            conversations.history | invalid_limit          | {"channel":"C0BOOTH","limit":"some"}
            conversations.history | invalid_cursor         | {"channel":"C0BOOTH","cursor":"?"}
            conversations.history | invalid_ts_oldest      | {"channel":"C0BOOTH","oldest":"yesterday"}
            conversations.history | invalid_ts_latest      | {"channel":"C0BOOTH","latest":"today"}
            conversations.replies | thread_not_found       | {"channel":"C0BOOTH","ts":"1.000001"}
            """)
    void what_slack_refuses_is_refused_in_its_words(String method, String error, String body) throws Exception {
        rig.send("PUT /slack/channels/C0OLD {\"archived\":true}");
        rig.send("PUT /slack/channels/C0OTHER {}");
        String ts = posted("call").getTs();
        rig.api().reactionsAdd(add -> add.channel(CHANNEL).timestamp(ts).name("eyes"));
        String said = rig.post("/slack/say?user=USATO&text=hello").path("ts").asText();
        List<String> before = rig.texts();

        JsonNode answer = call(
                method,
                body.replace("{ts}", ts)
                        .replace("{said}", said)
                        .replace("#40001", "a".repeat(40_001))
                        .replace("[101]", "[" + "{},".repeat(100) + "{}]"));

        assertThat(answer.path("ok").asBoolean(true)).isFalse();
        assertThat(answer.path("error").asText()).isEqualTo(error);
        assertThat(rig.texts()).isEqualTo(before);
    }

    @Test
    void a_refusal_of_blocks_says_where_it_hurts() throws Exception {
        ChatPostMessageResponse refused =
                rig.api().chatPostMessage(post -> post.channel(CHANNEL).blocksAsString("[{\"type\":\"section\"}]"));

        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getResponseMetadata().getMessages().get(0)).contains("json-pointer:/blocks/0");
    }

    /** docs.slack.dev/apis/web-api: the header, or a form field; not in a JSON body. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            not_authed   | ~~              | ~~                | application/x-www-form-urlencoded
            not_authed   | ~~              | {"token":"xoxb-local"} | application/json
            invalid_auth | Bearer xoxb-other | ~~              | application/x-www-form-urlencoded
            invalid_auth | ~~              | token=xoxb-other  | application/x-www-form-urlencoded
            ~~           | ~~              | token=xoxb-local  | application/x-www-form-urlencoded
            ~~           | Bearer xoxb-local | {}              | application/json; charset=utf-8
            """)
    void a_call_needs_the_token(String error, String authorization, String body, String contentType) {
        JsonNode answer = SlackRig.json(rig.send(
                        "POST",
                        "/slack/api/auth.test",
                        body,
                        "Authorization",
                        authorization,
                        "Content-Type",
                        contentType)
                .body());

        assertThat(answer.path("ok").asBoolean()).isEqualTo(error.isEmpty());
        assertThat(answer.path("error").asText()).isEqualTo(error);
    }

    private ChatPostMessageResponse posted(String text) throws Exception {
        return rig.api().chatPostMessage(post -> post.channel(CHANNEL).text(text));
    }

    private JsonNode call(String method, String body) {
        return SlackRig.json(rig.send(
                        "POST",
                        "/slack/api/" + method,
                        body,
                        "Authorization",
                        "Bearer xoxb-local",
                        "Content-Type",
                        "application/json; charset=utf-8")
                .body());
    }
}
