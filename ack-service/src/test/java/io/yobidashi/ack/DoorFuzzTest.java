package io.yobidashi.ack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.Flood;
import io.yobidashi.core.testing.Mutants;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at the doors is accepted or refused, and never an error of the service. */
@QuarkusTest
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
class DoorFuzzTest {
    private static final List<String> FORMS = SlackBodies.forms();
    private static final List<String> EVENTS = SlackBodies.events();
    private static final List<String> ODD_TYPES = List.of(
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/json;charset=utf-16",
            "*/*",
            "a",
            "a/b; q=\"");

    @TestHTTPResource("/")
    URI service;

    @Inject
    Clock clock;

    @Test
    void no_request_is_answered_by_an_error_of_the_service() throws InterruptedException {
        Map<Integer, Integer> statuses = Flood.ofTheDay().of(this::request);

        // All of them were reached: without these, the flood would show little.
        assertThat(statuses).containsKeys(200, 400, 401, 415);
    }

    private HttpRequest.Builder request(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> request(random, "/slack/outgoing", Mutants.of(random, List.of(SlackBodies.outgoing())));
            case 1 -> request(random, "/slack/commands", Mutants.of(random, FORMS));
            case 2 -> request(random, "/slack/interactions", click(random));
            default -> request(random, "/slack/events", Mutants.of(random, EVENTS));
        };
    }

    /** The form is right, and what it holds is not; or the form itself is not. */
    private static byte[] click(Random random) {
        return random.nextBoolean()
                ? Mutants.of(random, FORMS)
                : SlackBodies.form("payload", Mutants.text(random, List.of(SlackBodies.CLICK)))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(Random random, String path, byte[] body) {
        String type = path.endsWith("events") ? Signed.JSON : Signed.FORM;
        String seconds = random.nextInt(10) == 0
                ? String.valueOf(random.nextLong(100_000_000_000L))
                : String.valueOf(clock.instant().getEpochSecond());
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", random.nextInt(20) == 0 ? any(random, ODD_TYPES) : type)
                .header("X-Slack-Request-Timestamp", seconds)
                .header("X-Slack-Signature", random.nextInt(20) == 0 ? "v0=00" : Signed.signature(seconds, body))
                .method(random.nextInt(20) == 0 ? "PUT" : "POST", BodyPublishers.ofByteArray(body));
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
