package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.yobidashi.localcloud.LocalCloud;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors while queues and shadows answer after 10 s. Slack hangs up after 3 s, which would read 504 here. */
@QuarkusTest
@QuarkusTestResource(value = SlowCloud.class, restrictToAnnotatedClass = true)
class SlowCloudTest {
    LocalCloud cloud;

    @TestHTTPResource("/")
    URI service;

    @BeforeEach
    void open() {
        System.setProperty(TestSettings.SERVICE, service.toString());
    }

    @Test
    void nobody_is_told_that_an_answer_was_taken_which_is_in_no_queue() {
        JsonPath said =
                by("USATO").queryParam("text", "ok").post(slack("/slack/say")).jsonPath();
        assertThat(said.getList("deliveries.road")).containsExactlyInAnyOrder("outgoing", "events");
        assertThat(said.getList("deliveries.status")).containsOnly(503);
        assertThat(typed("ok 3 min").getInt("deliveries[0].status")).isEqualTo(503);
        assertThat(typed("dnd 30m").getInt("deliveries[0].status")).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"help,How to use it", "hello,Sorry", "status,One moment", "who,One moment"})
    void whatever_needs_no_queue_is_answered_in_time(String text, String answer) {
        JsonPath told = typed(text);
        assertThat(told.getInt("deliveries[0].status")).isEqualTo(200);
        assertThat(told.getString("deliveries[0].body")).contains(answer);
    }

    @Test
    void what_can_not_be_read_in_time_is_told_later() {
        int known = told().size();

        typed("status");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(told().stream().skip(known)).contains("Sorry, that can't be told right now."));
    }

    private List<String> told() {
        return given().get(slack("/slack/messages")).jsonPath().getList("findAll { it.to == 'USATO' }.text");
    }

    private JsonPath typed(String text) {
        return by("USATO")
                .queryParam("text", text)
                .post(slack("/slack/command"))
                .jsonPath();
    }

    private static RequestSpecification by(String user) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("user", user);
    }

    private URI slack(String path) {
        return cloud.endpoints().http().resolve(path);
    }
}
