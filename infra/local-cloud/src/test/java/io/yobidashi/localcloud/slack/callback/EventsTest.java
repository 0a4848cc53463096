package io.yobidashi.localcloud.slack.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.app_backend.events.payload.ReactionAddedPayload;
import com.slack.api.util.json.GsonFactory;
import io.yobidashi.localcloud.slack.FakeApp;
import io.yobidashi.localcloud.slack.SlackRig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as the app gets them, read with Slack's own library. */
class EventsTest {
    private final SlackRig rig = new SlackRig();

    @AfterEach
    void stop() {
        rig.close();
    }

    /** api.slack.com/events/url_verification. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "form", "json"})
    void an_app_that_answers_the_challenge_gets_events(String form) {
        rig.app.answeringChallengesAs(form);

        JsonNode told = rig.post("/slack/say?user=USATO&text=ok");
        rig.post("/slack/say?user=USATO&text=again");

        assertThat(told.path("deliveries").findValuesAsText("road")).containsExactly("outgoing", "events");
        assertThat(rig.app.events()).hasSize(2);
        assertThat(rig.app.requests("/slack/events")).as("it is asked once").hasSize(3);
    }

    @Test
    void an_app_that_does_not_is_asked_again_and_is_no_road() {
        JsonNode told = rig.post("/slack/say?user=USATO&text=ok");
        assertThat(told.path("deliveries").findValuesAsText("road")).containsExactly("outgoing");
        assertThat(rig.app.events()).isEmpty();

        rig.app.answeringChallengesAs("text");
        rig.post("/slack/say?user=USATO&text=again");

        assertThat(rig.app.events()).hasSize(1);
    }

    @Test
    void a_message_is_a_signed_event() {
        rig.app.answeringChallengesAs("json");
        String call = posted("call");
        await().until(() -> rig.app.events().size() == 1);

        String ts = rig.post("/slack/say?user=USATO&text=ok&thread_ts=" + call)
                .path("ts")
                .asText();

        FakeApp.Request request = rig.app.events().get(1);
        rig.app.requests("/slack/events").forEach(this::assertSigned);
        assertThat(request.header("x-slack-retry-num")).isNull();
        MessagePayload payload = GsonFactory.createSnakeCase().fromJson(request.body(), MessagePayload.class);
        assertThat(payload.getType()).isEqualTo("event_callback");
        assertThat(payload.getTeamId()).isEqualTo("T0001");
        assertThat(payload.getEventId()).startsWith("Ev");
        assertThat(payload.getEventTime()).isEqualTo((int) rig.clock.instant().getEpochSecond());
        assertThat(payload.getAuthorizations().get(0).getUserId()).isEqualTo("UYOBIDASHI");
        assertThat(payload.getEvent().getUser()).isEqualTo("USATO");
        assertThat(payload.getEvent().getText()).isEqualTo("ok");
        assertThat(payload.getEvent().getTs()).isEqualTo(ts);
        assertThat(payload.getEvent().getThreadTs()).isEqualTo(call);
        assertThat(payload.getEvent().getParentUserId()).isEqualTo("UYOBIDASHI");
        assertThat(payload.getEvent().getChannelType()).isEqualTo("channel");
        assertThat(payload.getEvent().getBotId()).isNull();
    }

    @Test
    void what_the_app_does_comes_back_as_events_of_a_bot() throws Exception {
        rig.app.answeringChallengesAs("json");
        String ts = posted("call");
        rig.api().chatUpdate(update -> update.channel(SlackRig.CHANNEL).ts(ts).text("taken"));
        rig.api()
                .chatPostEphemeral(
                        post -> post.channel(SlackRig.CHANNEL).user("USATO").text("psst"));
        rig.api().chatDelete(delete -> delete.channel(SlackRig.CHANNEL).ts(ts));

        await().until(() -> rig.app.events("message").size() == 3);
        List<JsonNode> events = rig.app.events("message");
        JsonNode plain = with(events, "subtype", "");
        JsonNode changed = with(events, "subtype", "message_changed");
        assertThat(plain.path("bot_id").asText()).isEqualTo("BYOBIDASHI");
        assertThat(changed.at("/message/text").asText()).isEqualTo("taken");
        assertThat(changed.at("/message/bot_id").asText()).isEqualTo("BYOBIDASHI");
        assertThat(changed.at("/previous_message/text").asText()).isEqualTo("call");
        assertThat(with(events, "subtype", "message_deleted").path("deleted_ts").asText())
                .isEqualTo(ts);
    }

    @Test
    void reactions_are_events() {
        rig.app.answeringChallengesAs("json");
        String ts = posted("call");

        JsonNode told = rig.post("/slack/messages/" + ts + "/react?user=USATO&name=white_check_mark");
        rig.send("DELETE /slack/messages/" + ts + "/react?user=USATO&name=white_check_mark");

        assertThat(told.path("ts").asText()).isEqualTo(ts);
        assertThat(told.path("deliveries").findValuesAsText("road")).containsExactly("events");
        String body = rig.app.events().stream()
                .map(FakeApp.Request::body)
                .filter(text -> text.contains("reaction_added"))
                .findFirst()
                .orElseThrow();
        ReactionAddedPayload added = GsonFactory.createSnakeCase().fromJson(body, ReactionAddedPayload.class);
        assertThat(added.getEvent().getReaction()).isEqualTo("white_check_mark");
        assertThat(added.getEvent().getUser()).isEqualTo("USATO");
        assertThat(added.getEvent().getItemUser()).isEqualTo("UYOBIDASHI");
        assertThat(added.getEvent().getItem().getTs()).isEqualTo(ts);
        assertThat(rig.app.events("reaction_removed").get(0).at("/item/ts").asText())
                .isEqualTo(ts);
    }

    @Test
    void a_failed_event_comes_again_almost_at_once() {
        rig.app.answeringChallengesAs("json").answering("/slack/events", 500, "");

        JsonNode told = rig.post("/slack/say?user=USATO&text=ok");

        assertThat(told.at("/deliveries/1/status").asInt()).isEqualTo(500);
        await().atMost(Duration.ofSeconds(10)).until(() -> rig.app.events().size() == 2);
        FakeApp.Request again = rig.app.events().get(1);
        assertSigned(again);
        assertThat(again.header("x-slack-retry-num")).isEqualTo("1");
        assertThat(again.header("x-slack-retry-reason")).isEqualTo("http_error");
        assertThat(again.body()).isEqualTo(rig.app.events().get(0).body());
    }

    @Test
    void an_app_that_falls_silent_after_the_handshake_holds_nobody_longer_than_slack_waits() {
        rig.app.answeringChallengesAs("json");
        rig.post("/slack/say?user=USATO&text=hello");
        rig.app.fallSilent();

        JsonNode told = rig.post("/slack/say?user=USATO&text=ok");

        assertThat(told.path("deliveries").findValuesAsText("status")).containsExactly("504", "504");
    }

    private String posted(String text) {
        rig.browser.post("/slack/webhook", "application/json", "{\"text\":\"" + text + "\"}");
        JsonNode messages = rig.messages();
        return messages.get(messages.size() - 1).path("ts").asText();
    }

    private static JsonNode with(List<JsonNode> events, String field, String value) {
        return events.stream()
                .filter(event -> event.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
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
