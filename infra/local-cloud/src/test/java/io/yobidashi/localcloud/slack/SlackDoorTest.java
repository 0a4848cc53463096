package io.yobidashi.localcloud.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.Browser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackDoorTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SlackRig rig = new SlackRig();
    private final Browser browser = rig.browser;
    private final FakeApp ackService = rig.app.answering("/slack/outgoing", 200, "{\"text\":\"got it\"}");

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_webhook_takes_JSON_and_a_form_and_answers_ok() {
        HttpResponse<String> json = browser.post("/slack/webhook", JSON, "{\"text\":\"<@USATO> 呼び出し\"}");
        HttpResponse<String> form =
                browser.post("/slack/webhook", FORM, "payload=" + Browser.encode("{\"text\":\"two\"}"));

        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).isEqualTo("ok");
        assertThat(form.body()).isEqualTo("ok");
        assertThat(messages().get(0)).isEqualTo(parse("""
                {"ts":"1763928000.000100","channel":"C0BOOTH","user":"BYOBIDASHI","text":"<@USATO> 呼び出し"}"""));
        assertThat(messages().get(1).path("text").asText()).isEqualTo("two");
        assertThat(ackService.requests("/slack/outgoing"))
                .as("messages of bots are not delivered")
                .isEmpty();
    }

    /** Bodies of protocols: invalid_payload is Slack's changelog of 2016-05-17, no_text and invalid_blocks its clients. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            invalid_payload | {"text":
            invalid_payload | ["text"]
            invalid_payload | ~~
            invalid_payload | {"text":{"a":1}}
            no_text         | {}
            no_text         | {"text":""}
            no_text         | {"blocks":[]}
            invalid_blocks  | {"text":"x","blocks":{}}
            invalid_blocks  | {"text":"x","blocks":[{"type":"section"}]}
            """)
    void a_webhook_refuses_what_slack_refuses(String words, String body) {
        HttpResponse<String> answer = browser.post("/slack/webhook", JSON, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(words);
        assertThat(messages()).isEmpty();
    }

    @Test
    void blocks_and_threads_are_kept() {
        browser.post("/slack/webhook", JSON, "{\"text\":\"first\"}");
        String ts = messages().get(0).path("ts").asText();

        browser.post("/slack/webhook", JSON, "{\"blocks\":[{\"type\":\"divider\"}],\"thread_ts\":\"" + ts + "\"}");

        assertThat(messages().get(1).at("/blocks/0/type").asText()).isEqualTo("divider");
        assertThat(messages().get(1).path("thread_ts").asText()).isEqualTo(ts);
    }

    /** Seen at Slack: slack-go/slack issue 1571. */
    @Test
    void a_reply_to_a_message_that_is_not_there_goes_to_the_channel() {
        browser.post("/slack/webhook", JSON, "{\"text\":\"late\",\"thread_ts\":\"1.000001\"}");

        assertThat(messages().get(0).has("thread_ts")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | channel_not_found   | C0NONE
            410 | channel_is_archived | C0OLD
            """)
    void a_webhook_posts_to_open_channels_only(int status, String words, String channel) {
        rig.send("PUT /slack/channels/C0OLD {\"archived\":true}");

        HttpResponse<String> answer =
                browser.post("/slack/webhook", JSON, "{\"text\":\"x\",\"channel\":\"" + channel + "\"}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(words);
    }

    @Test
    void what_a_person_says_is_delivered_as_the_outgoing_webhook_would() {
        JsonNode said =
                parse(browser.post("/slack/say?user=USATO&text=ok%203min").body());

        Map<String, String> form = ackService.requests("/slack/outgoing").get(0).form();
        assertThat(ackService.requests("/slack/outgoing").get(0).path()).isEqualTo("/slack/outgoing");
        assertThat(form)
                .containsEntry("token", "local-outgoing-token")
                .containsEntry("channel_id", "C0BOOTH")
                .containsEntry("timestamp", said.path("ts").asText())
                .containsEntry("user_id", "USATO")
                .containsEntry("user_name", "sato")
                .containsEntry("text", "ok 3min")
                .containsEntry("trigger_word", "ok")
                .containsKeys("team_id", "team_domain", "channel_name", "service_id")
                .doesNotContainKey("thread_ts");
        assertThat(said.path("deliveries"))
                .isEqualTo(
                        parse("[{\"road\":\"outgoing\",\"status\":200,\"body\":\"{\\\"text\\\":\\\"got it\\\"}\"}]"));
    }

    @Test
    void the_outgoing_webhook_tells_the_thread_of_a_reply() {
        String ts = rig.post("/slack/say?user=UGUEST&text=hello").path("ts").asText();
        browser.post("/slack/say?user=USATO&text=ok&thread_ts=" + ts);

        assertThat(ackService.requests("/slack/outgoing").get(1).form()).containsEntry("thread_ts", ts);
    }

    @Test
    void the_reply_is_posted_by_the_bot_after_the_message() {
        String call = rig.post("/slack/say?user=UGUEST&text=hello").path("ts").asText();
        browser.post("/slack/say?user=USATO&text=ok&thread_ts=" + call);

        assertThat(messages().findValuesAsText("text")).containsExactly("hello", "got it", "ok", "got it");
        assertThat(messages().findValuesAsText("user")).containsExactly("UGUEST", "BYOBIDASHI", "USATO", "BYOBIDASHI");
        assertThat(messages().get(2).path("thread_ts").asText()).isEqualTo(call);
        assertThat(messages().findValuesAsText("ts")).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void what_is_typed_is_escaped_but_mentions_are_not() {
        browser.post("/slack/say?user=USATO&text=" + Browser.encode("1 < 2 & 3 > 2 <@UTANAKA> <!here>"));

        assertThat(messages().get(0).path("text").asText()).isEqualTo("1 &lt; 2 &amp; 3 &gt; 2 <@UTANAKA> <!here>");
    }

    @Test
    void an_ack_service_out_of_reach_is_told_in_the_delivery() {
        ackService.close();

        HttpResponse<String> answer = browser.post("/slack/say?user=USATO&text=ok");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parse(answer.body()).at("/deliveries/0/status").asInt()).isEqualTo(502);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void an_unknown_user_and_an_empty_text_are_refused() {
        HttpResponse<String> unknown = browser.post("/slack/say?user=UNOBODY&text=ok");
        HttpResponse<String> empty = browser.post("/slack/say?user=USATO&text=");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(parse(unknown.body()).path("detail").asText()).contains("UNOBODY");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(messages()).isEmpty();
    }

    @Test
    void an_open_page_gets_what_there_is_and_then_each_change() throws Exception {
        browser.post("/slack/webhook", JSON, "{\"text\":\"before\"}");
        HttpRequest request = HttpRequest.newBuilder(rig.address().resolve("/slack/stream"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> page = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());

        try (Stream<String> lines = page.body()) {
            Iterator<String> events = lines.filter(line -> line.startsWith("event:") || line.startsWith("data:"))
                    .iterator();
            assertThat(events.next()).isEqualTo("event: messages");
            assertThat(events.next()).contains("before");
            browser.post("/slack/webhook", JSON, "{\"text\":\"after\"}");
            assertThat(events.next()).isEqualTo("event: message");
            assertThat(events.next()).contains("after");
            String ts = messages().get(0).path("ts").asText();
            rig.api().chatUpdate(update -> update.channel("C0BOOTH").ts(ts).text("changed"));
            assertThat(events.next()).isEqualTo("event: message");
            assertThat(events.next()).contains(ts).contains("changed").contains("edited");
            rig.api().chatDelete(delete -> delete.channel("C0BOOTH").ts(ts));
            assertThat(events.next()).isEqualTo("event: deleted");
            assertThat(events.next()).isEqualTo("data: {\"ts\":\"" + ts + "\"}");
        }
    }

    private JsonNode messages() {
        return parse(browser.get("/slack/messages").body());
    }

    private static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
