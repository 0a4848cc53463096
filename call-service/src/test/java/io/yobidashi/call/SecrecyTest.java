package io.yobidashi.call;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.Overheard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens the door, what was tried instead, and what was sent are told to nobody. */
@QuarkusTest
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class SecrecyTest {
    private static final List<String> SECRETS = List.of(
            "local-beam-secret",
            "local-press-token",
            "xoxb-local",
            "tried-in-vain",
            "sent-in-the-body",
            "of-no-signature");

    private final List<String> told = new ArrayList<>();

    @Test
    void no_log_line_no_answer_and_no_page_for_operators_tells_a_secret_or_a_body() {
        try (Overheard log = new Overheard()) {
            for (String token : List.of("local-press-token", "tried-in-vain")) {
                press(token, "{\"button\":\"G030PM0000000001\",\"note\":\"sent-in-the-body\"}");
                press(token, "{\"button\":\"sent-in-the-body\"}");
                press(token, "sent-in-the-body");
                press(token, "\"" + "sent-in-the-body".repeat(5_000) + "\"");
            }
            told.add(given().header("x-soracom-signature", "of-no-signature")
                    .header("x-soracom-imsi", "440103000000001")
                    .header("x-soracom-timestamp", "1")
                    .post("/presses")
                    .asString());
            List.of("/q/health", "/q/metrics", "/q/openapi")
                    .forEach(page -> told.add(given().get(page).asString()));
            told.addAll(log.lines());
        }

        assertThat(told).as("the door was used").hasSizeGreaterThan(10);
        SECRETS.forEach(secret -> assertThat(told).as(secret).noneMatch(line -> line.contains(secret)));
    }

    private void press(String token, String body) {
        var answer =
                given().header("Authorization", "Bearer " + token).body(body).post("/presses");
        told.add(answer.headers() + answer.asString());
    }
}
