package io.yobidashi.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.buttons.BeamSignature;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole service against real servers: by HTTP and by queue in, by Slack out. */
@QuarkusTest
@QuarkusTestResource(Cloud.class)
class PressDoorTest {
    /** A receive that was cut off with the queue keeps the next message to itself until its visibility ends, in 5 s. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SATO = "G030PM0000000001";
    private static final String SUZUKI = "G030PM0000000002";
    private static final String TANAKA = "G030PM0000000003";

    LocalCloud cloud;

    @Inject
    SqsAsyncClient sqs;

    @Inject
    Clock clock;

    @Test
    void metrics_never_hold_what_somebody_put_into_the_path() {
        given().put("/presses/of-a-stranger").then().statusCode(405);
        given().post("/presses/of-a-stranger/and/more").then().statusCode(404);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .contains("method=\"PUT\",outcome=\"CLIENT_ERROR\",status=\"405\",uri=\"/presses/{button}\"")
                        .doesNotContain("of-a-stranger"));
    }

    @Test
    void a_press_is_accepted_and_the_person_is_mentioned() {
        trusted()
                .body("{\"button\":\"" + SATO + "\",\"id\":\"qr-1\"}")
                .post("/presses")
                .then()
                .statusCode(202)
                .body("id", equalTo("qr-1"), "button", equalTo(SATO), "person", equalTo("sato"));
        await().atMost(SOON).untilAsserted(() -> assertThat(said())
                .filteredOn(text -> text.startsWith("<@USATO>"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Reception"));
    }

    @Test
    void a_button_behind_beam_needs_no_token_and_presses_only_itself() {
        given().post(cloud.endpoints().http() + "/buttons/" + SUZUKI + "/press?click=LONG")
                .then()
                .statusCode(202);
        await().atMost(SOON).untilAsserted(() -> assertThat(said())
                .anyMatch(text -> text.startsWith("Test: the button at Exhibits")));
    }

    @Test
    void a_signature_opens_no_other_button() {
        Map<String, String> signed = Map.of(
                "x-soracom-imsi",
                "440103000000002",
                "x-soracom-timestamp",
                String.valueOf(clock.instant().toEpochMilli()));
        String signature = BeamSignature.of("local-beam-secret", signed);
        RequestSpecification own = given().headers(signed).header("x-soracom-signature", signature);
        problem(own.post("/presses/" + SATO).then(), 401);
        own.post("/presses/" + SUZUKI + "?click=LONG")
                .then()
                .statusCode(202)
                .body("id", equalTo("440103000000002-" + signed.get("x-soracom-timestamp")));
    }

    @Test
    void the_path_names_the_button_and_the_body_may_be_empty() {
        trusted()
                .post("/presses/{button}?click=LONG", TANAKA)
                .then()
                .statusCode(202)
                .body("id", notNullValue(), "person", equalTo("tanaka"));
        await().atMost(SOON).untilAsserted(() -> assertThat(said())
                .anyMatch(text -> text.startsWith("Test: the button at Meetings")));
    }

    @Test
    void what_an_iot_rule_forwards_raw_is_a_press_too() {
        send("{\"button\":\"" + TANAKA + "\"}");
        await().atMost(SOON).untilAsserted(() -> assertThat(said()).anyMatch(text -> text.startsWith("<@UTANAKA>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"button\":\"G030PM0000000099\"}",
                "{\"type\":\"press\",\"button\":\"G030PM0000000099\",\"click\":\"SINGLE\",\"at\":1}",
                "{\"type\":\"tell\",\"person\":\"sato\"}"
            })
    void what_nobody_understands_goes_to_the_dead_letters(String body) {
        send(body);
        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters())
                .filteredOn(message -> message.body().equals(body))
                .first()
                .satisfies(message -> assertThat(message.messageAttributes()).containsKey("reason")));
    }

    @Test
    void a_press_without_proof_is_refused() {
        problem(given().post("/presses/" + SATO).then(), 401).header("WWW-Authenticate", equalTo("Bearer"));
        problem(given().auth().oauth2("guess").post("/presses/" + SATO).then(), 401);
        problem(
                given().header("x-soracom-signature", "00")
                        .post("/presses/" + SATO)
                        .then(),
                401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"button\":7}"})
    void a_body_that_is_no_press_is_refused(String body) {
        problem(trusted().body(body).post("/presses").then(), 400);
    }

    @Test
    void a_click_that_is_none_is_refused() {
        problem(trusted().post("/presses/" + SATO + "?click=TAP").then(), 400);
    }

    @Test
    void a_button_that_is_not_in_the_roster_is_refused() {
        problem(trusted().post("/presses/G030PM0000000099").then(), 404).body("detail", containsString("roster"));
    }

    @Test
    void a_body_over_64_KB_is_refused() {
        problem(trusted().body("x".repeat(64 * 1024 + 1)).post("/presses").then(), 413);
    }

    @Test
    void what_the_framework_refuses_has_the_same_form() {
        problem(given().post("/nowhere").then(), 404);
        problem(given().get("/presses").then(), 405);
    }

    @Test
    void while_the_queue_is_away_nothing_is_accepted_and_the_process_stays_ready() {
        cloud.stopSqs();
        try {
            problem(trusted().post("/presses/" + SATO).then(), 503)
                    .header("Retry-After", equalTo("5"))
                    .body("detail", not(containsString("localhost")));
            given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        } finally {
            cloud.startSqs();
        }
        await().atMost(SOON).untilAsserted(() -> trusted()
                .post("/presses/" + SUZUKI + "?click=LONG")
                .then()
                .statusCode(202));
    }

    @Test
    void a_channel_that_is_archived_is_found_in_health_and_metrics() {
        archive(true);
        try {
            trusted().post("/presses/{button}?click=LONG", TANAKA).then().statusCode(202);
            await().atMost(SOON).untilAsserted(() -> given().get("/q/metrics")
                    .then()
                    .body(containsString("yobidashi_slack_refused_total{error=\"is_archived\"")));
            given().get("/q/health/ready").then().statusCode(200).body(containsString("is_archived"));
        } finally {
            archive(false);
        }
    }

    private void archive(boolean archived) {
        given().body("{\"archived\":" + archived + "}")
                .put(cloud.endpoints().http() + "/slack/channels/C0BOOTH")
                .then()
                .statusCode(200);
    }

    @Test
    void operators_find_what_they_expect() {
        given().get("/q/health/ready").then().body("checks.name", hasItems("queues", "slack"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200).body(containsString("/presses/{button}"));
    }

    private static RequestSpecification trusted() {
        return given().auth().oauth2("local-press-token");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"), "status", equalTo(status))
                .body("title", notNullValue(), "detail", notNullValue());
    }

    private List<String> said() {
        return given().get(cloud.endpoints().http() + "/slack/messages")
                .jsonPath()
                .getList("text");
    }

    private void send(String body) {
        String url = url(QueueName.PRESSES.queue());
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).join();
    }

    private List<Message> deadLetters() {
        String url = url(QueueName.PRESSES.deadLetters());
        return sqs.receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .messageAttributeNames("All"))
                .join()
                .messages();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
    }
}
