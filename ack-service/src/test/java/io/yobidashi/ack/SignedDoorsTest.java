package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static io.yobidashi.ack.Signed.FORM;
import static io.yobidashi.ack.Signed.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.yobidashi.core.status.State;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors that Slack signs, by raw requests. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class SignedDoorsTest {
    private static final int DIGEST = 8;

    LocalCloud cloud;

    @Inject
    Booth booth;

    @Inject
    Clock clock;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void open() {
        System.setProperty(TestSettings.SERVICE, service.toString());
        booth.open(cloud.endpoints().http());
    }

    @ParameterizedTest
    @CsvSource({"/slack/commands," + FORM, "/slack/interactions," + FORM, "/slack/events," + JSON})
    void without_slacks_signature_of_these_minutes_nothing_is_taken(String path, String type) {
        problem(given().contentType(type).body("x=1").post(path).then(), 401);
        problem(given().contentType(type).post(path).then(), 401);
        problem(Signed.signed(type, now().minusSeconds(301), "x=1").post(path).then(), 401);
        problem(Signed.signed(type, now(), "x=1").body("x=2").post(path).then(), 401);
    }

    @ParameterizedTest
    @CsvSource({"/slack/commands," + FORM, "/slack/interactions," + FORM, "/slack/events," + JSON})
    void what_is_nothing_of_slacks_is_refused(String path, String type) {
        problem(Signed.signed(type, now(), "x=%zz").post(path).then(), 400);
        problem(Signed.signed(type, now(), "").post(path).then(), 400);
        problem(Signed.signed(type, now(), "x".repeat(64 * 1024 + 1)).post(path).then(), 413);
        problem(Signed.signed("text/plain", now(), "x").post(path).then(), 415);
        problem(given().get(path).then(), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/commands", "/slack/interactions"})
    void slack_may_look_at_the_certificate(String path) {
        given().contentType(FORM)
                .body("ssl_check=1&token=t")
                .post(path)
                .then()
                .statusCode(200)
                .body(emptyString());
    }

    @Test
    void the_handshake_is_answered_with_its_challenge() {
        Signed.event(now(), "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"c<h>a\"}")
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("c<h>a"));
    }

    @Test
    void an_event_that_is_sent_again_is_one_answer() {
        booth.call("sato");
        int before = booth.row("sato").recent().digests().length();
        String said = said("USATO", "ok 3 min", "");

        Signed.event(now(), said).statusCode(200).body(emptyString());
        Signed.signed(JSON, now(), said)
                .header("x-slack-retry-num", "1")
                .header("x-slack-retry-reason", "http_timeout")
                .post("/slack/events")
                .then()
                .statusCode(200);
        Signed.event(now(), said("USATO", "ok 9 min", "")).statusCode(200);

        booth.soon("sato", row -> assertThat(row.recent().digests()).hasSize(before + 2 * DIGEST));
        assertThat(booth.row("sato").openCall().orElseThrow().response().note()).isEqualTo("9 min");
    }

    @Test
    void a_command_that_is_sent_again_is_one_answer() {
        booth.call("sato");
        int before = booth.row("sato").recent().digests().length();
        Map<String, String> command = Map.of("trigger_id", trigger(), "user_id", "USATO", "text", "ok 3 min");

        Signed.form("/slack/commands", now(), command).statusCode(200).body("response_type", equalTo("ephemeral"));
        Signed.form("/slack/commands", now(), command).statusCode(200);
        Signed.event(now(), said("USATO", "ok 9 min", "")).statusCode(200);

        booth.soon("sato", row -> assertThat(row.recent().digests()).hasSize(before + 2 * DIGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bot_id\":\"B0\"",
                "\"subtype\":\"bot_message\"",
                "\"subtype\":\"message_changed\",\"hidden\":true",
                "\"subtype\":\"message_deleted\",\"hidden\":true",
                "\"channel\":\"C0OTHER\"",
                "\"thread_ts\":\"1763928000.000100\",\"parent_user_id\":\"UTANAKA\""
            })
    void what_bots_say_edits_and_other_conversations_answer_nothing(String mark) {
        booth.call("sato");

        Signed.event(now(), said("USATO", "ok", mark)).statusCode(200).body(emptyString());

        Signed.event(now(), said("USATO", "no", "")).statusCode(200);
        booth.soon(
                "sato",
                row -> assertThat(row.openCall().orElseThrow().asked().people()).containsExactly("sato", "suzuki"));
        assertThat(booth.row("sato").openCall().orElseThrow().progress().round())
                .isEqualTo(1);
    }

    @Test
    void a_reply_that_fails_holds_up_no_answer() {
        booth.call("suzuki");

        Signed.form(
                        "/slack/commands",
                        now(),
                        Map.of(
                                "trigger_id",
                                trigger(),
                                "user_id",
                                "USATO",
                                "text",
                                "ok",
                                "response_url",
                                cloud.endpoints()
                                        .http()
                                        .resolve("/slack/response/gone")
                                        .toString()))
                .statusCode(200)
                .body("text", equalTo("Taken."));

        booth.soon("suzuki", row -> assertThat(row.state()).isEqualTo(State.RUNNING));
    }

    @Test
    void other_interactions_are_ignored() {
        Signed.form("/slack/interactions", now(), Map.of("payload", "{\"type\":\"view_submission\"}"))
                .statusCode(200)
                .body(emptyString());
    }

    @Test
    void while_the_queue_is_away_nothing_is_accepted_but_help_is_given() {
        cloud.stopSqs();
        try {
            problem(Signed.event(now(), said("USATO", "ok", "")), 503);
            problem(
                    Signed.form(
                            "/slack/commands",
                            now(),
                            Map.of("trigger_id", trigger(), "user_id", "USATO", "text", "dnd 30m")),
                    503);
            Signed.form("/slack/commands", now(), Map.of("trigger_id", trigger(), "user_id", "USATO", "text", "help"))
                    .statusCode(200)
                    .body("text", containsString("How to use it"));
        } finally {
            cloud.startSqs();
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static String trigger() {
        return "1." + UUID.randomUUID();
    }

    /** A new message in the channel; of two fields of one name the later counts. */
    private String said(String user, String text, String mark) {
        Instant now = now();
        String ts = "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000);
        return """
                {"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel":"C0BOOTH","user":"%s",\
                "text":"%s","ts":"%s","event_ts":"%s"%s},"authorizations":[{"user_id":"UYOBIDASHI","is_bot":true}]}""".formatted(user, text, ts, ts, mark.isEmpty() ? "" : "," + mark);
    }

    private static void problem(ValidatableResponse response, int status) {
        response.statusCode(status).contentType("application/problem+json").body("status", equalTo(status));
    }
}
