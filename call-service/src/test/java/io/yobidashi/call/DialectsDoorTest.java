package io.yobidashi.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.call.press.GoldenPress;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.buttons.BeamSignature;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Buttons of every kind through the public doors, and what becomes known of the buttons themselves. */
@QuarkusTest
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class DialectsDoorTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SATO = "G030PM0000000001";
    private static final String SUZUKI = "G030PM0000000002";
    private static final String TANAKA = "G030PM0000000003";

    LocalCloud cloud;

    @Inject
    SqsAsyncClient sqs;

    @Inject
    Clock clock;

    /** None of them opens a call: they are all made tests, so that they don't meet the calls of the others. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "plain-double,                   , G030PM0000000002",
        "plus-long-with-place,    440103000000002, G030PM0000000002",
        "plus-by-funk-token-claims,      , G030PM0000000001",
        "global-double-with-temperature, 440103000000002, G030PM0000000002",
        "one-click-soracom,              , G030PM0000000002",
        "developer-space,                , G030PM0000000001",
        "developer-by-topic,             , G030PM0000000002",
        "funnel-text,                    , G030PM0000000001"
    })
    void every_dialect_is_accepted_over_http(String golden, String imsi, String button) {
        RequestSpecification request = given().auth().oauth2("local-press-token");
        if (imsi != null) {
            request.header("x-soracom-imsi", imsi);
        }
        request.body(asTest(golden)).post("/presses").then().statusCode(202).body("button", equalTo(button));
    }

    @Test
    void a_funk_that_has_the_token_names_the_button_by_its_jwt() {
        String claims = "{\"ctx\":{\"imsi\":\"440103000000002\"}}";
        String jwt = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        given().auth()
                .oauth2("local-press-token")
                .header("x-soracom-token", jwt)
                .body(asTest("plus-single"))
                .post("/presses")
                .then()
                .statusCode(202)
                .body("button", equalTo(SUZUKI));
    }

    @Test
    void a_number_of_the_button_that_comes_twice_is_one_press_and_the_next_is_a_repeat() {
        // Within one window of ten minutes, whatever the time is.
        long second = clock.millis() / 1000 * 1000;
        String first = GoldenPress.text("global-single");

        String id = pressed(signed("440103000000001", second), first);
        String copy = pressed(signed("440103000000001", second + 1), first);
        String next = pressed(signed("440103000000001", second + 2), first.replace("42", "44"));

        assertThat(copy).isEqualTo(id);
        assertThat(next).isNotEqualTo(id);
        await().atMost(SOON).untilAsserted(() -> assertThat(shadow("sato", "").getString("call.presses"))
                .isEqualTo("2"));
    }

    @Test
    void what_an_iot_rule_forwards_twice_is_one_press() {
        String event = GoldenPress.text("one-click-guide").replace(SATO, TANAKA);
        send(event);
        send(event);
        send("{\"serialNumber\":\"" + TANAKA + "\",\"clickType\":\"SINGLE\",\"batteryVoltage\":\"1250mV\"}");

        await().atMost(SOON).untilAsserted(() -> assertThat(shadow("tanaka", "").getString("call.presses"))
                .isEqualTo("2"));
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        shadow("tanaka", "?name=buttons").getString(TANAKA + ".battery"))
                .isIn("0.05", "0.5"));
    }

    @Test
    void a_signature_opens_no_button_that_the_body_names() {
        String body = "{\"serialNumber\":\"" + SATO + "\",\"clickType\":\"LONG\"}";

        signed("440103000000002", clock.millis())
                .body(body)
                .post("/presses")
                .then()
                .statusCode(401);
    }

    @Test
    void a_message_of_the_button_that_tells_no_click_is_refused() {
        signed("440103000000002", clock.millis())
                .body("{\"prod_type\":1,\"msg_type\":\"timer\",\"seq_number\":42,\"batt_vol\":3000}")
                .post("/presses")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static String asTest(String golden) {
        return GoldenPress.text(golden)
                .replace("\"double\"", "\"LONG\"")
                .replaceAll("\"clickType(Name)?\":\\s*\"[A-Z]+\"", "\"clickType$1\":\"LONG\"")
                .replaceAll("(\\\\?\"clickType\\\\?\"):\\s*\\d", "$1:3")
                .replace("Double short click", "Single long click");
    }

    private static String pressed(RequestSpecification request, String body) {
        return request.body(body)
                .post("/presses")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static RequestSpecification signed(String imsi, long timestamp) {
        Map<String, String> headers = new HashMap<>();
        headers.put("x-soracom-imsi", imsi);
        headers.put("x-soracom-timestamp", String.valueOf(timestamp));
        headers.put("x-soracom-signature", BeamSignature.of("local-beam-secret", headers));
        return given().headers(headers);
    }

    private void send(String body) {
        String url = sqs.getQueueUrl(get -> get.queueName(QueueName.PRESSES.queue()))
                .join()
                .queueUrl();
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)).join();
    }

    /** What a shadow reports; the classic one, or a named one. */
    private JsonPath shadow(String person, String name) {
        return given().get(cloud.endpoints().http() + "/things/" + person + "/shadow" + name)
                .jsonPath()
                .setRootPath("state.reported");
    }
}
