package io.yobidashi.localcloud.slack.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.util.json.GsonFactory;
import io.yobidashi.localcloud.slack.FakeApp;
import io.yobidashi.localcloud.slack.SlackRig;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the app gets when people act, read with Slack's own library. */
class CallbacksTest {
    private static final String ASKING = """
            {"text":"<@USATO> 呼び出し","blocks":[{"type":"section","block_id":"b1","text":{"type":"mrkdwn","text":"hi"}},
            {"type":"actions","block_id":"b2","elements":[
            {"type":"button","action_id":"ack","value":"01KAR","style":"primary","text":{"type":"plain_text","text":"行きます"}},
            {"type":"button","action_id":"cannot","value":"no","text":{"type":"plain_text","text":"行けません"}}]}]}""";

    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void a_command_is_a_signed_form_with_a_response_url() {
        JsonNode told = rig.post("/slack/command?user=USATO&text=ok%203min");

        FakeApp.Request request = rig.app.requests("/slack/commands").get(0);
        assertSigned(request);
        SlashCommandPayload payload = new SlashCommandPayloadParser().parse(request.body());
        assertThat(payload.getCommand()).isEqualTo("/yobidashi");
        assertThat(payload.getText()).isEqualTo("ok 3min");
        assertThat(payload.getUserId()).isEqualTo("USATO");
        assertThat(payload.getUserName()).isEqualTo("sato");
        assertThat(payload.getChannelId()).isEqualTo(SlackRig.CHANNEL);
        assertThat(payload.getTeamId()).isEqualTo("T0001");
        assertThat(payload.getApiAppId()).isNotBlank();
        assertThat(payload.getTriggerId()).isNotBlank();
        assertThat(payload.getResponseUrl()).startsWith(rig.address() + "/slack/response/");
        assertThat(told.path("ts").asText()).isNotBlank();
        assertThat(told.path("deliveries")).hasSize(1);
        assertThat(told.at("/deliveries/0/road").asText()).isEqualTo("commands");
        assertThat(told.at("/deliveries/0/status").asInt()).isEqualTo(200);
        assertThat(rig.messages()).as("an empty answer is none").isEmpty();
    }

    /** SlashCommandResponse of java-slack-sdk; index_slash_commands of Slack's API docs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            200 | taken                                           | taken | USATO
            200 | {"text":"taken"}                                | taken | USATO
            200 | {"text":"taken","response_type":"ephemeral"}    | taken | USATO
            200 | {"text":"taken","response_type":"in_channel"}   | taken | -
            200 | {"text":"a","blocks":[{"type":"section"}]}      | -     | -
            500 | broken                                          | -     | -
            """)
    void the_answer_to_a_command_is_shown(int status, String answer, String text, String to) {
        rig.app.answering("/slack/commands", status, answer);

        JsonNode told = rig.post("/slack/command?user=USATO&text=status");

        assertThat(told.at("/deliveries/0/status").asInt()).isEqualTo(status);
        assertThat(rig.texts()).isEqualTo(text == null ? List.of() : List.of(text));
        assertThat(rig.messages().findValuesAsText("to")).isEqualTo(to == null ? List.of() : List.of(to));
    }

    @Test
    void a_click_is_a_signed_payload_with_all_of_the_message() {
        String ts = asked();

        JsonNode told = rig.post("/slack/messages/" + ts + "/click?action=cannot&user=USUZUKI");

        FakeApp.Request request = rig.app.requests("/slack/interactions").get(0);
        assertSigned(request);
        assertThat(request.form()).containsOnlyKeys("payload");
        BlockActionPayload payload =
                GsonFactory.createSnakeCase().fromJson(request.form().get("payload"), BlockActionPayload.class);
        BlockActionPayload.Action action = payload.getActions().get(0);
        assertThat(payload.getType()).isEqualTo("block_actions");
        assertThat(payload.getUser().getId()).isEqualTo("USUZUKI");
        assertThat(payload.getTeam().getDomain()).isEqualTo("yobidashi");
        assertThat(payload.getChannel().getName()).isEqualTo("booth");
        assertThat(payload.getContainer().getMessageTs()).isEqualTo(ts);
        assertThat(payload.getMessage().getText()).isEqualTo("<@USATO> 呼び出し");
        assertThat(payload.getMessage().getBlocks()).hasSize(2);
        assertThat(payload.getMessage().getBotId()).isEqualTo("BYOBIDASHI");
        assertThat(payload.getTriggerId()).isNotBlank();
        assertThat(payload.getResponseUrl()).startsWith(rig.address() + "/slack/response/");
        assertThat(action.getActionId()).isEqualTo("cannot");
        assertThat(action.getBlockId()).isEqualTo("b2");
        assertThat(action.getValue()).isEqualTo("no");
        assertThat(action.getType()).isEqualTo("button");
        assertThat(action.getText().getText()).isEqualTo("行けません");
        assertThat(action.getActionTs()).isGreaterThan(ts);
        assertThat(told.path("ts").asText()).isEqualTo(ts);
        assertThat(told.at("/deliveries/0/road").asText()).isEqualTo("interactions");
    }

    @Test
    void a_private_message_is_clicked_by_its_reader_only_and_is_not_in_the_payload() {
        rig.app.answering("/slack/commands", 200, ASKING);
        rig.post("/slack/command?user=USATO&text=");
        String ts = rig.messages().get(0).path("ts").asText();

        HttpResponse<String> other = rig.send("POST /slack/messages/" + ts + "/click?action=ack&user=USUZUKI");
        rig.post("/slack/messages/" + ts + "/click?action=ack&user=USATO");

        assertThat(other.statusCode()).isEqualTo(404);
        JsonNode payload = SlackRig.json(
                rig.app.requests("/slack/interactions").get(0).form().get("payload"));
        assertThat(payload.has("message")).isFalse();
        assertThat(payload.at("/container/is_ephemeral").asBoolean()).isTrue();
    }

    @Test
    void an_app_that_says_nothing_holds_nobody_longer_than_slack_waits() {
        rig.app.fallSilent();

        JsonNode told = rig.post("/slack/command?user=USATO&text=status");

        assertThat(told.at("/deliveries/0/status").asInt()).isEqualTo(504);
    }

    private String asked() {
        rig.browser.post("/slack/webhook", "application/json", ASKING);
        return rig.messages().get(0).path("ts").asText();
    }

    private void assertSigned(FakeApp.Request request) {
        SlackSignature.Verifier verifier =
                new SlackSignature.Verifier(new SlackSignature.Generator(SlackRig.SIGNING_SECRET));
        assertThat(verifier.isValid(
                        request.header("X-Slack-Request-Timestamp"),
                        request.body(),
                        request.header("X-Slack-Signature"),
                        rig.clock.millis()))
                .isTrue();
    }
}
