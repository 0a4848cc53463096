package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.SampleRoster;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service against real servers: a form of Slack's in, a shadow out. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class AnswerDoorTest {
    /** A receive that was cut off with the queue keeps the next message to itself until its visibility ends, in 5 s. */
    private static final Duration SOON = Duration.ofSeconds(20);

    LocalCloud cloud;

    @Inject
    Shadows shadows;

    @Inject
    Transition transition;

    @Inject
    Clock clock;

    @Test
    void an_ok_sends_the_person_on_the_way() {
        call("sato", "G030PM0000000001");
        said("USATO", "ＯＫ　３分で行きます")
                .statusCode(200)
                .contentType("application/json")
                .body("text", equalTo("Sato is on the way (3分で行きます)."));
        await().atMost(SOON).untilAsserted(() -> {
            PersonStatus status = shadows.read("sato").status();
            assertThat(status.state()).isEqualTo(State.RUNNING);
            Response coming = status.openCall().orElseThrow().response();
            assertThat(coming.by()).isEqualTo("sato");
            assertThat(coming.note()).isEqualTo("3分で行きます");
            assertThat(coming.eta())
                    .isBetween(clock.instant().plusSeconds(120), clock.instant().plusSeconds(180));
        });
        said("USATO", "ok 5 min").statusCode(200).body("text", equalTo("Updated for Sato (5 min)."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"okinawa", "了解", ""})
    void what_is_no_answer_is_ignored(String text) {
        said("USATO", text).statusCode(200).body(emptyString());
    }

    @Test
    void bots_are_ignored() {
        said("USLACKBOT", "ok").statusCode(200).body(emptyString());
        form("USATO", "ok")
                .formParam("bot_id", "B0")
                .post("/slack/outgoing")
                .then()
                .statusCode(200)
                .body(emptyString());
    }

    @Test
    void strangers_are_answered_kindly() {
        said("UNOBODY", "ok").statusCode(200).body("text", containsString("not on the roster"));
    }

    @Test
    void without_slacks_token_nothing_is_taken() {
        problem(form("USATO", "ok", "guess").post("/slack/outgoing").then(), 401);
        problem(form("USATO", "ok", "").post("/slack/outgoing").then(), 401);
    }

    @Test
    void what_is_no_message_of_slacks_is_refused() {
        problem(
                raw().body("token=local-outgoing-token&text=ok")
                        .post("/slack/outgoing")
                        .then(),
                400);
        problem(raw().body("token=%zz").post("/slack/outgoing").then(), 400);
        problem(raw().post("/slack/outgoing").then(), 400);
    }

    @Test
    void a_body_over_64_KB_is_refused() {
        problem(
                raw().body("text=" + "x".repeat(64 * 1024))
                        .post("/slack/outgoing")
                        .then(),
                413);
    }

    @Test
    void what_the_framework_refuses_has_the_same_form() {
        problem(
                given().contentType("application/json")
                        .body("{}")
                        .post("/slack/outgoing")
                        .then(),
                415);
        problem(given().get("/slack/outgoing").then(), 405);
        problem(given().get("/nowhere").then(), 404);
    }

    @Test
    void while_the_queue_is_away_nothing_is_accepted_and_the_process_stays_ready() {
        cloud.stopSqs();
        try {
            problem(old().post("/slack/outgoing").then(), 503).header("Retry-After", equalTo("5"));
            given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            cloud.startSqs();
        }
        await().atMost(SOON)
                .untilAsserted(() -> old().post("/slack/outgoing").then().statusCode(200));
    }

    @Test
    void operators_find_what_they_expect() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics")
                .then()
                .body(containsString("yobidashi_queue_rejected_total{queue=\"yobidashi-acks\""));
        given().get("/q/openapi").then().statusCode(200).body(containsString("/slack/outgoing"));
    }

    /** Opens a call, as call-service would. */
    private void call(String person, String button) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        transition.apply(
                SampleRoster.three().person(person).orElseThrow(),
                row -> List.of(new Event.Pressed(id, now, button, Click.SINGLE, now, Chain.NONE)));
    }

    private ValidatableResponse said(String user, String text) {
        return form(user, text).post("/slack/outgoing").then();
    }

    private RequestSpecification form(String user, String text) {
        return form(user, text, "local-outgoing-token");
    }

    private RequestSpecification form(String user, String text, String token) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("token", token)
                .formParam("channel_id", "C0BOOTH")
                .formParam("timestamp", clock.instant().getEpochSecond() + ".000100")
                .formParam("user_id", user)
                .formParam("text", text);
    }

    /** An ok from before every call: it answers none. */
    private static RequestSpecification old() {
        return raw().body("token=local-outgoing-token&channel_id=C0BOOTH&timestamp=1763928000.000100"
                + "&user_id=UTANAKA&text=ok");
    }

    private static RequestSpecification raw() {
        return given().contentType("application/x-www-form-urlencoded");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"), "status", equalTo(status));
    }
}
