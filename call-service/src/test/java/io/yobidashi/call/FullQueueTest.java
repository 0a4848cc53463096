package io.yobidashi.call;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.status.Click;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The door while the queue takes connections and never answers. */
@QuarkusTest
@QuarkusTestResource(value = SilentCloud.class, restrictToAnnotatedClass = true)
class FullQueueTest {
    private static final String SATO = "G030PM0000000001";
    private static final int MORE_THAN_MAY_WAIT = 2_100;

    @Inject
    SqsSender sender;

    @Test
    void a_press_waits_no_longer_than_the_queue_may_take_and_not_behind_too_many_others() {
        refused(503).header("Retry-After", equalTo("5"));

        Press press = new Press(null, SATO, Click.SINGLE, Instant.EPOCH, null);
        for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
            sender.enqueue(press);
        }
        refused(429).header("Retry-After", equalTo("1"));
    }

    private static ValidatableResponse refused(int status) {
        return given().auth()
                .oauth2("local-press-token")
                .post("/presses/" + SATO)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
