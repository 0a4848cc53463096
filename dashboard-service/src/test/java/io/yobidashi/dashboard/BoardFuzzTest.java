package io.yobidashi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.Flood;
import io.yobidashi.core.testing.Mutants;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at the doors of a locked board is answered or refused, and never an error of the service. */
@QuarkusTest
@QuarkusTestResource(value = LocalCloudResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = LockedBoard.class, restrictToAnnotatedClass = true)
class BoardFuzzTest {
    private static final String BEARER = "Bearer " + LockedBoard.TOKEN;
    private static final List<String> METHODS = List.of("GET", "GET", "POST", "PUT", "OPTIONS", "HEAD");
    private static final List<String> PATHS = List.of("api/people", "api/session", "api/", "api/people/../x", "q r");
    private static final List<String> COOKIES =
            List.of("yobidashi-board=00ff; a=b", "yobidashi-board=\"a\\\"b\"; $Path=/", "a=b; yobidashi-board");

    @TestHTTPResource("/")
    URI board;

    @Test
    void no_request_is_answered_by_an_error_of_the_service() throws InterruptedException {
        await().until(() -> people() == 200);

        Map<Integer, Integer> statuses = Flood.ofTheDay().of(this::request);

        // All of them were reached: without these, the flood would show little.
        assertThat(statuses).containsKeys(200, 204, 401, 404);
    }

    private int people() {
        HttpRequest request = HttpRequest.newBuilder(board.resolve("api/people"))
                .header("Authorization", BEARER)
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private HttpRequest.Builder request(Random random) {
        HttpRequest.Builder request = HttpRequest.newBuilder(board.resolve(path(random)))
                .method(any(random, METHODS), BodyPublishers.ofByteArray(Mutants.of(random, List.of("{}"))));
        if (random.nextInt(3) == 0) {
            request.header("Cookie", header(random, COOKIES));
        }
        return request.header("Authorization", random.nextInt(3) == 0 ? header(random, List.of(BEARER)) : BEARER);
    }

    private static String path(Random random) {
        if (random.nextInt(3) > 0) {
            return any(random, PATHS.subList(0, 2));
        }
        String path = Mutants.text(random, PATHS);
        String encoded = URLEncoder.encode(path.substring(0, Math.min(path.length(), 300)), StandardCharsets.UTF_8);
        return "api/" + encoded.replace("+", "%20");
    }

    /** What may stand in a header at all. */
    private static String header(Random random, List<String> right) {
        String text = Mutants.text(random, right).replaceAll("[^\\x20-\\x7e]", "");
        return text.substring(0, Math.min(text.length(), 1_000));
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
