package io.yobidashi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.call.press.GoldenPress;
import io.yobidashi.core.testing.Flood;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.localcloud.buttons.BeamSignature;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
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
    private static final List<String> BODIES = GoldenPress.all();
    private static final List<String> PLACES = List.of("G030PM0000000001", "G030PM0000000002", "nobody", "..", "q r/1");
    private static final List<String> CLICKS = List.of("LONG", "long", "SINGLE", "");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml;charset=utf-16",
            "*/*",
            "a",
            "application/octet-stream; q=\"");

    @TestHTTPResource("/")
    URI service;

    @Inject
    Clock clock;

    @Test
    void no_request_is_answered_by_an_error_of_the_service() throws InterruptedException {
        Map<Integer, Integer> statuses = Flood.ofTheDay().of(this::request);

        // All of them were reached: without these, the flood would show little.
        assertThat(statuses).containsKeys(202, 400, 401, 404);
    }

    private HttpRequest.Builder request(Random random) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path(random)))
                .header("Content-Type", any(random, TYPES))
                .method(
                        random.nextInt(20) == 0 ? "PUT" : "POST",
                        BodyPublishers.ofByteArray(Mutants.of(random, BODIES)));
        switch (random.nextInt(6)) {
            case 0 -> signed(random, request);
            case 1 -> request.header("Authorization", "Bearer " + random.nextLong());
            default -> trusted(random, request);
        }
        return request;
    }

    private static String path(Random random) {
        String door = random.nextInt(3) == 0 ? "/presses/" + encoded(piece(random, PLACES)) : "/presses";
        return random.nextInt(4) == 0 ? door + "?click=" + encoded(piece(random, CLICKS)) : door;
    }

    /** By the right secret: only the body is not to be believed. */
    private void signed(Random random, HttpRequest.Builder request) {
        String at = random.nextInt(4) == 0
                ? String.valueOf(random.nextLong(1_000_000_000_000_000L))
                : String.valueOf(clock.millis());
        Map<String, String> headers = Map.of("x-soracom-imsi", "440103000000002", "x-soracom-timestamp", at);
        headers.forEach(request::header);
        request.header("x-soracom-signature", BeamSignature.of("local-beam-secret", headers));
    }

    private static void trusted(Random random, HttpRequest.Builder request) {
        request.header("Authorization", "Bearer local-press-token");
        if (random.nextBoolean()) {
            request.header("x-soracom-imsi", random.nextBoolean() ? "440103000000001" : "1e999");
        }
        if (random.nextInt(4) == 0) {
            request.header("x-soracom-token", "e30." + random.nextLong() + ".c2ln");
        }
    }

    private static String piece(Random random, List<String> right) {
        String text = random.nextBoolean() ? any(random, right) : Mutants.text(random, right);
        return text.substring(0, Math.min(text.length(), 300));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
