package io.yobidashi.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.Overheard;
import io.yobidashi.localcloud.LocalCloud;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The whole service against a real SQS server and a real shadow service. */
@QuarkusTest
@QuarkusTestResource(LocalCloudResource.class)
class ResetServiceTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI service;

    @ConfigProperty(name = "YOBIDASHI_ROSTER")
    Path roster;

    @Inject
    SqsAsyncClient sqs;

    @Inject
    Clock clock;

    LocalCloud cloud;

    @Test
    void aResetEndsTheCallItWasMadeForAndHasSlackTold() {
        long until = clock.millis() - 1;
        calling("sato", "01A", until);

        send("{\"type\":\"reset\",\"person\":\"sato\",\"callId\":\"01A\",\"round\":1,\"state\":\"calling\",\"until\":"
                + until + "}");

        await().untilAsserted(() -> assertThat(shadow("sato")).contains("\"idle\"", "\"unanswered\""));
        await().untilAsserted(() -> assertThat(receive("yobidashi-reminders")).contains("\"tell\"", "01A"));
    }

    @Test
    void aResetThatIsNotDueYetWaits() {
        long until = clock.instant().plus(Duration.ofSeconds(2)).toEpochMilli();
        calling("suzuki", "01B", until);

        send("{\"type\":\"reset\",\"person\":\"suzuki\",\"callId\":\"01B\",\"round\":1,\"state\":\"calling\",\"until\":"
                + until + "}");

        await().untilAsserted(() -> assertThat(shadow("suzuki")).contains("\"idle\""));
        assertThat(clock.millis()).isGreaterThanOrEqualTo(until);
    }

    @Test
    void aStateWhoseTimerWasLostIsSwept() {
        calling("tanaka", "01C", clock.instant().minus(Duration.ofMinutes(3)).toEpochMilli());

        await().untilAsserted(() -> assertThat(shadow("tanaka")).contains("\"idle\"", "\"unanswered\""));
    }

    @Test
    void somebodyWhoIsNewInTheRosterIsSweptToo() throws IOException {
        calling("honda", "01D", clock.instant().minus(Duration.ofMinutes(3)).toEpochMilli());

        Files.writeString(
                roster,
                Files.readString(roster)
                        .replace("buttons:", "  - {id: honda, name: {ja: 本田, en: Honda}, slack: UHONDA}\nbuttons:"));

        await().untilAsserted(() -> assertThat(shadow("honda")).contains("\"idle\"", "\"unanswered\""));
        assertThat(get(service.resolve("q/health/ready")).body()).contains("in force since");
    }

    @Test
    void whatIsNoResetEndsAmongTheDeadLetters() {
        send("{\"type\":\"nonsense\"}");

        await().untilAsserted(() -> assertThat(receive("yobidashi-resets-dlq")).contains("nonsense"));
    }

    @Test
    void whatMessagesAndShadowsSayIsNeitherLoggedNorShown() {
        List<String> told = new ArrayList<>();
        try (Overheard log = new Overheard()) {
            send("said-in-confidence");
            send("{\"type\":\"said-in-confidence\"}");
            send("{\"type\":\"reset\",\"person\":\"sato\",\"round\":\"said-in-confidence\"}");
            report("tanaka", "{\"schema\":1,\"state\":\"said-in-confidence\",\"since\":1}");
            await().untilAsserted(() -> assertThat(log.lines())
                    .anyMatch(line -> line.contains("left out of the sweep"))
                    .filteredOn(line -> line.contains("goes to the dead letters"))
                    .hasSize(3));
            told.addAll(log.lines());
        } finally {
            report("tanaka", "{\"schema\":1,\"state\":\"idle\",\"since\":1}");
        }
        List.of("health", "metrics", "openapi")
                .forEach(page -> told.add(get(service.resolve("q/" + page)).body()));

        assertThat(told).noneMatch(line -> line.contains("said-in-confidence"));
    }

    @Test
    void theFourCommonAddressesAnswer() {
        assertThat(get(service.resolve("q/health/live")).statusCode()).isEqualTo(200);
        assertThat(get(service.resolve("q/health/ready")).body()).contains("yobidashi-resets");
        assertThat(get(service.resolve("q/metrics")).body())
                .contains("yobidashi_queue_handled_total{queue=\"yobidashi-resets\"");
        assertThat(get(service.resolve("q/openapi")).statusCode()).isEqualTo(200);
    }

    /** Writes a shadow over REST, as call-service would. */
    private void calling(String person, String callId, long until) {
        report(person, """
                {"schema":1,"state":"calling","since":1763928000123,"until":%d,
                "call":{"id":"%s","button":"G030PM0000000001","click":"SINGLE","pressedAt":1763928000000,"presses":1,
                "round":1,"step":0,"asked":["%s"],"ordered":1,"accepted":1}}""".formatted(until, callId, person));
    }

    private void report(String person, String reported) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(shadowOf(person))
                .POST(HttpRequest.BodyPublishers.ofString("{\"state\":{\"reported\":" + reported + "}}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private String shadow(String person) {
        return get(shadowOf(person)).body();
    }

    private URI shadowOf(String person) {
        return cloud.endpoints().http().resolve("/things/" + person + "/shadow");
    }

    private void send(String body) {
        String queue = urlOf("yobidashi-resets");
        sqs.sendMessage(message -> message.queueUrl(queue).messageBody(body)).join();
    }

    private String receive(String name) {
        String queue = urlOf(name);
        return sqs
                .receiveMessage(receive ->
                        receive.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(0))
                .join()
                .messages()
                .stream()
                .map(Message::body)
                .toList()
                .toString();
    }

    private String urlOf(String name) {
        return sqs.getQueueUrl(queue -> queue.queueName(name)).join().queueUrl();
    }

    private HttpResponse<String> get(URI address) {
        return exchange(HttpRequest.newBuilder(address).build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
