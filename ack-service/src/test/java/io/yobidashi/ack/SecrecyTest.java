package io.yobidashi.ack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.yobidashi.core.testing.Overheard;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What opens the doors, what was tried instead, the ways back to people and what they said are told to nobody else. */
@QuarkusTest
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class SecrecyTest {
    private static final List<String> SECRETS = List.of(
            TestSettings.SIGNING_SECRET, "local-outgoing-token", "xoxb-local", "tried-in-vain", "/of-one-person-alone");

    private static final String NOTE = "said-in-confidence";

    LocalCloud cloud;

    @Inject
    Booth booth;

    @Inject
    Clock clock;

    @TestHTTPResource("/")
    URI service;

    private final List<String> answers = new ArrayList<>();

    @Test
    void no_log_line_no_answer_and_no_page_for_operators_tells_a_secret_or_a_note() {
        System.setProperty(TestSettings.SERVICE, service.toString());
        booth.open(cloud.endpoints().http());
        List<String> told = new ArrayList<>();
        try (Overheard log = new Overheard()) {
            answerACall();
            knockInVain();
            for (String page : List.of("/q/health", "/q/metrics", "/q/openapi")) {
                told.add(given().get(page).asString());
            }
            told.addAll(log.lines());
        }

        assertThat(told).as("something was said").hasSizeGreaterThan(3);
        assertThat(told).noneMatch(line -> line.contains(NOTE));
        told.addAll(answers);
        SECRETS.forEach(secret -> assertThat(told).as(secret).noneMatch(line -> line.contains(secret)));
    }

    /** By every road, the note each time; the last with an address that nobody answers at. */
    private void answerACall() {
        String ts = booth.call("sato");
        booth.say("USATO", "ok 3 min " + NOTE);
        booth.reply("USATO", "ok 4 min " + NOTE, ts);
        booth.command("USATO", "dnd 10m " + NOTE);
        booth.soon("sato", row -> assertThat(row.dnd()).isNotNull());
        keep(Signed.signed(Signed.FORM, now(), command(cloud.endpoints().http().resolve("/of-one-person-alone")))
                .post("/slack/commands"));
    }

    private void knockInVain() {
        for (String path : List.of("/slack/commands", "/slack/interactions", "/slack/events")) {
            keep(given().header("X-Slack-Request-Timestamp", Long.toString(now().getEpochSecond()))
                    .header("X-Slack-Signature", "tried-in-vain")
                    .contentType(path.endsWith("events") ? Signed.JSON : Signed.FORM)
                    .body("token=tried-in-vain")
                    .post(path));
        }
        keep(given().contentType(Signed.FORM)
                .body("token=tried-in-vain&user_id=USATO&channel_id=C0BOOTH&timestamp=1&text=ok")
                .post("/slack/outgoing"));
        keep(Signed.signed(Signed.JSON, now(), "{\"text\":\"" + NOTE).post("/slack/events"));
    }

    private static String command(URI responseUrl) {
        return Signed.encoded(Map.of(
                "command",
                "/yobidashi",
                "text",
                "status",
                "user_id",
                "USATO",
                "channel_id",
                Booth.CHANNEL,
                "trigger_id",
                "1",
                "response_url",
                responseUrl.toString()));
    }

    private void keep(Response answer) {
        answers.add(answer.headers() + answer.asString());
    }

    private Instant now() {
        return clock.instant();
    }
}
