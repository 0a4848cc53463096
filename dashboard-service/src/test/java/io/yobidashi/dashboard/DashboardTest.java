package io.yobidashi.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.localcloud.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The whole service against a real broker and a real shadow service. */
@QuarkusTest
@QuarkusTestResource(LocalCloudResource.class)
class DashboardTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI board;

    @ConfigProperty(name = "YOBIDASHI_ROSTER")
    Path roster;

    LocalCloud cloud;

    @Test
    void aShadowUpdateReachesAViewer() {
        try (SseClient viewer = watch()) {
            long version = call("sato", "01A");

            await().untilAsserted(() -> assertThat(viewer.events("person"))
                    .last()
                    .satisfies(person -> assertThat(person.path("id").asText()).isEqualTo("sato"))
                    .satisfies(
                            person -> assertThat(person.path("call").asText()).isEqualTo("01A"))
                    .satisfies(person ->
                            assertThat(person.path("version").asLong()).isEqualTo(version)));
        }
    }

    @Test
    void howAButtonIsReachesAViewerAndTheNextSnapshot() {
        try (SseClient viewer = watch()) {
            noteButton(0.25);

            await().untilAsserted(() -> assertThat(viewer.events("button"))
                    .last()
                    .satisfies(
                            button -> assertThat(button.path("person").asText()).isEqualTo("sato"))
                    .satisfies(button ->
                            assertThat(button.path("battery").asDouble()).isEqualTo(0.25))
                    .satisfies(button ->
                            assertThat(button.path("place").path("en").asText()).isEqualTo("Reception")));
            assertThat(people().path("buttons").path(0).path("battery").asDouble())
                    .isEqualTo(0.25);
            assertThat(people().path("buttons")).hasSize(3);
        }
    }

    @Test
    void whatBecameOfAButtonWhileTheBrokerWasAwayIsReadAtItsReturn() {
        try (SseClient viewer = watch()) {
            cloud.stopBroker();
            try {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> cloudOf(viewer).equals("down"));
                noteButton(0.5);
            } finally {
                cloud.startBroker();
            }

            await().untilAsserted(() -> assertThat(
                            people().path("buttons").path(0).path("battery").asDouble())
                    .isEqualTo(0.5));
        }
    }

    @Test
    void everyVersionReachesAViewerByItself() {
        try (SseClient viewer = watch()) {
            long first = call("suzuki", "01B");
            long last = first;
            for (int i = 0; i < 20; i++) {
                last = call("suzuki", "01B" + i);
            }

            long newest = last;
            await().until(() -> versions(viewer, "suzuki").contains(newest));
            assertThat(versions(viewer, "suzuki")).hasSize(21).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void theStreamIsNeitherCachedNorHeldBack() {
        try (SseClient viewer = watch()) {
            assertThat(viewer.response().headers().map())
                    .containsEntry("content-type", List.of("text/event-stream"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("x-accel-buffering", List.of("no"));
        }
    }

    @Test
    void whatHappenedWhileTheBrokerWasAwayIsShownWithinFiveSecondsAfterItsReturn() {
        try (SseClient viewer = watch()) {
            call("tanaka", "01C");
            await().until(() -> shows("tanaka", "01C"));
            int snapshots = viewer.events("snapshot").size();

            cloud.stopBroker();
            try {
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> cloudOf(viewer).equals("down"));
                call("tanaka", "01D");
                assertThat(shows("tanaka", "01C")).as("stale in between").isTrue();
                assertThat(get("q/health/ready").statusCode()).isEqualTo(200);
            } finally {
                cloud.startBroker();
            }

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> shows("tanaka", "01D") && cloudOf(viewer).equals("up"));
            await().until(() -> viewer.events("snapshot").size() == snapshots + 1);
        }
    }

    @Test
    void anEditedRosterIsANewSnapshotForWhoeverWatches() throws IOException {
        String before = Files.readString(roster);
        try (SseClient viewer = watch()) {
            call("honda", "01H");
            Files.writeString(
                    roster,
                    before.replace(
                            "- {id: suzuki,",
                            "- {id: honda, name: {ja: 本田, en: Honda}, slack: UHONDA}\n  - {id: suzuki,"));
            await().untilAsserted(() -> assertThat(shown(viewer)).containsExactly("sato", "honda", "suzuki", "tanaka"));
            assertThat(shows("honda", "01H")).isTrue();
            call("honda", "01I");
            await().until(() -> versions(viewer, "honda").size() == 1);

            Files.writeString(roster, before);
            await().untilAsserted(() -> assertThat(shown(viewer)).containsExactly("sato", "suzuki", "tanaka"));
            assertThat(cloudOf(viewer)).isEqualTo("up");
        } finally {
            Files.writeString(roster, before);
        }
    }

    /** The people of the newest snapshot. */
    private static List<String> shown(SseClient viewer) {
        List<JsonNode> snapshots = viewer.events("snapshot");
        return snapshots.get(snapshots.size() - 1).path("people").findValuesAsText("id").stream()
                .filter(id -> !id.startsWith("0"))
                .toList();
    }

    @Test
    void thePeopleAreTheBodyOfASnapshot() {
        JsonNode people = people();

        assertThat(people.path("serverTime").isIntegralNumber()).isTrue();
        assertThat(people.path("build").asText()).isNotEmpty();
        assertThat(people.path("people").findValuesAsText("state")).hasSize(3);
        assertThat(people.path("people").path(0).path("id").asText()).isEqualTo("sato");
    }

    @Test
    void theFourCommonAddressesAnswer() {
        assertThat(get("q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("q/health/ready").body()).contains("board read");
        assertThat(get("q/metrics").body()).contains("yobidashi_board_viewers");
        assertThat(get("q/openapi").body()).contains("/api/stream");
    }

    private SseClient watch() {
        await().until(() -> get("api/people").statusCode() == 200);
        SseClient viewer = SseClient.open(board.resolve("api/stream"));
        await().until(() -> cloudOf(viewer).equals("up"));
        return viewer;
    }

    private boolean shows(String person, String callId) {
        for (JsonNode row : people().path("people")) {
            if (row.path("id").asText().equals(person)) {
                return row.path("call").asText().equals(callId);
            }
        }
        return false;
    }

    private static String cloudOf(SseClient viewer) {
        List<JsonNode> heartbeats = viewer.events("heartbeat");
        return heartbeats.isEmpty()
                ? "unknown"
                : heartbeats.get(heartbeats.size() - 1).path("cloud").asText();
    }

    private static List<Long> versions(SseClient viewer, String person) {
        return viewer.events("person").stream()
                .filter(row -> row.path("id").asText().equals(person))
                .map(row -> row.path("version").asLong())
                .toList();
    }

    private JsonNode people() {
        await().until(() -> get("api/people").statusCode() == 200);
        return parse(get("api/people").body());
    }

    /** Writes a shadow over REST, as another service would. */
    private long call(String person, String callId) {
        String reported = """
                {"state":{"reported":{"schema":1,"state":"calling","since":1763928000123,"until":1763928300123,
                "call":{"id":"%s","button":"G030PM0000000001","click":"SINGLE","pressedAt":1763928000000,"presses":1,
                "round":1,"step":0,"asked":["%s"],"ordered":1,"accepted":1}}}}""".formatted(callId, person);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(cloud.endpoints().http().resolve("/things/" + person + "/shadow"))
                        .POST(HttpRequest.BodyPublishers.ofString(reported))
                        .build());
        return parse(answer.body()).path("version").asLong();
    }

    private void noteButton(double battery) {
        String reported = """
                {"state":{"reported":{"schema":1,"G030PM0000000001":
                {"battery":%s,"lastPress":1763928000123,"notedAt":1763928000123}}}}""".formatted(battery);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(cloud.endpoints().http().resolve("/things/sato/shadow?name=buttons"))
                        .POST(HttpRequest.BodyPublishers.ofString(reported))
                        .build());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(board.resolve(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
