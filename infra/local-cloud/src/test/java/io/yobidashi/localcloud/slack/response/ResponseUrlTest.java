package io.yobidashi.localcloud.slack.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.webhook.WebhookResponse;
import io.yobidashi.localcloud.slack.SlackRig;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Late answers, sent with Slack's own library. */
class ResponseUrlTest {
    private static final String ASKING = """
            {"text":"call","blocks":[{"type":"actions","elements":[
            {"type":"button","action_id":"ack","text":{"type":"plain_text","text":"ok"}}]}]}""";

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_late_answer_is_seen_by_who_asked() throws Exception {
        String url = urlOfCommand();

        WebhookResponse answer =
                send(url, ActionResponse.builder().text("later").build());

        assertThat(answer.getCode()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("ok");
        assertThat(rig.texts()).containsExactly("later");
        assertThat(rig.messages().get(0).path("to").asText()).isEqualTo("USATO");
    }

    @Test
    void an_answer_in_the_channel_is_seen_by_all_and_may_join_a_thread() throws Exception {
        String url = urlOfClick();
        String ts = rig.messages().get(0).path("ts").asText();

        send(
                url,
                ActionResponse.builder()
                        .text("on my way")
                        .responseType("in_channel")
                        .threadTs(ts)
                        .build());

        JsonNode posted = rig.messages().get(1);
        assertThat(posted.has("to")).isFalse();
        assertThat(posted.path("thread_ts").asText()).isEqualTo(ts);
    }

    @Test
    void the_original_is_replaced_or_deleted() throws Exception {
        String url = urlOfClick();

        send(url, ActionResponse.builder().text("taken").replaceOriginal(true).build());
        assertThat(rig.texts()).containsExactly("taken");
        assertThat(rig.messages().get(0).has("edited")).isTrue();
        assertThat(rig.messages().get(0).has("blocks")).isFalse();

        send(url, ActionResponse.builder().deleteOriginal(true).build());
        assertThat(rig.messages()).isEmpty();
    }

    /** Five uses within 30 minutes: java-slack-sdk, guide on interactive components. The words are unverified. */
    @Test
    void it_works_five_times() throws Exception {
        String url = urlOfCommand();
        for (int i = 0; i < 5; i++) {
            assertThat(send(url, ActionResponse.builder().text("a").build()).getCode())
                    .isEqualTo(200);
        }

        WebhookResponse sixth = send(url, ActionResponse.builder().text("a").build());

        assertThat(sixth.getCode()).isEqualTo(404);
        assertThat(SlackRig.json(sixth.getBody()).path("error").asText()).isEqualTo("used_url");
        assertThat(rig.messages()).hasSize(5);
    }

    @Test
    void it_works_for_thirty_minutes() throws Exception {
        String url = urlOfCommand();

        rig.clock.advance(Duration.ofMinutes(30));
        assertThat(send(url, ActionResponse.builder().text("a").build()).getCode())
                .isEqualTo(200);
        rig.clock.advance(Duration.ofSeconds(1));
        WebhookResponse late = send(url, ActionResponse.builder().text("a").build());

        assertThat(late.getCode()).isEqualTo(404);
        assertThat(SlackRig.json(late.getBody()).path("error").asText()).isEqualTo("expired_url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            invalid_payload | {"text"
            invalid_payload | []
            no_text         | {}
            invalid_blocks  | {"blocks":[{"type":"section"}]}
            """)
    void a_senseless_answer_is_refused(String error, String body) {
        String path = URI.create(urlOfCommand()).getPath();

        HttpResponse<String> answer = rig.send("POST", path, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(SlackRig.json(answer.body()).path("error").asText()).isEqualTo(error);
        assertThat(rig.messages()).isEmpty();
    }

    private WebhookResponse send(String url, ActionResponse response) throws Exception {
        return new ActionResponseSender(rig.slack()).send(url, response);
    }

    private String urlOfCommand() {
        rig.post("/slack/command?user=USATO&text=");
        return rig.app.requests("/slack/commands").get(0).form().get("response_url");
    }

    private String urlOfClick() {
        rig.browser.post("/slack/webhook", "application/json", ASKING);
        String ts = rig.messages().get(0).path("ts").asText();
        rig.post("/slack/messages/" + ts + "/click?action=ack&user=USATO");
        String payload = rig.app.requests("/slack/interactions").get(0).form().get("payload");
        return SlackRig.json(payload).path("response_url").asText();
    }
}
