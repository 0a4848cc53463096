package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.message.Answer;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The door while queue and shadows take connections and never answer. */
@QuarkusTest
@QuarkusTestResource(value = SilentCloud.class, restrictToAnnotatedClass = true)
class FullQueueTest {
    private static final int MORE_THAN_MAY_WAIT = 2_100;

    @Inject
    SqsSender sender;

    @Test
    void an_answer_waits_no_longer_than_the_queue_may_take_and_not_behind_too_many_others() {
        refused(503).header("Retry-After", equalTo("5"));

        Answer answer = Answer.ok("C0BOOTH:1.2:USATO", "USATO", null, Instant.EPOCH);
        for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
            sender.enqueue(answer);
        }
        refused(429).header("Retry-After", equalTo("1"));
    }

    private static ValidatableResponse refused(int status) {
        return given().formParam("token", "local-outgoing-token")
                .formParam("channel_id", "C0BOOTH")
                .formParam("timestamp", "1763928000.000100")
                .formParam("user_id", "USATO")
                .formParam("text", "ok 3 min")
                .post("/slack/outgoing")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
