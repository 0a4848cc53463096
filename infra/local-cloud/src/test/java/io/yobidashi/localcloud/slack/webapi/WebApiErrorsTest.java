package io.yobidashi.localcloud.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.yobidashi.localcloud.slack.SlackRig;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebApiErrorsTest {
    private static final String CHANNEL = SlackRig.CHANNEL;

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
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
