package io.yobidashi.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.settings.Settings;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalQueues.class)
class WiringTest {
    @Inject
    Settings settings;

    @Inject
    Rosters rosters;

    @Inject
    Clock clock;

    @Inject
    Shadows shadows;

    @Inject
    SqsSender sender;

    @Inject
    Transition transition;

    @TestHTTPResource
    URI http;

    @Test
    void settings_are_read_by_the_names_of_their_variables() {
        assertThat(rosters.current().person("sato"))
                .hasValueSatisfying(
                        person -> assertThat(person.terms().policy().calling()).isEqualTo(Duration.ofSeconds(90)));
        assertThat(CommonSettings.maxDelay(settings)).isEqualTo(Duration.ofMinutes(15));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void the_roster_may_be_edited_and_a_bad_edit_is_a_detail_of_health_until_the_next_good_one() throws Exception {
        Path file = Path.of(settings.required("YOBIDASHI_ROSTER", "the test"));
        assertThat(ready()).contains("in force since").doesNotContain("edit refused");

        Files.writeString(file, LocalQueues.ROSTER.replace("person: sato", "person: honda"));
        await().untilAsserted(() -> assertThat(ready()).contains("edit refused", "line 6", "UP"));
        assertThat(rosters.current().person("sato")).isPresent();

        Files.writeString(file, LocalQueues.ROSTER.replace("sato", "honda").replace("USATO", "UHONDA"));
        await().untilAsserted(() -> assertThat(ready()).doesNotContain("edit refused"));
        assertThat(rosters.current().person("honda")).isPresent();

        Files.writeString(file, LocalQueues.ROSTER);
        await().until(() -> rosters.current().person("sato").isPresent());
    }

    private String ready() {
        HttpRequest request =
                HttpRequest.newBuilder(http.resolve("/q/health/ready")).build();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .join();
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_message_is_sent_with_the_client_of_the_extension() {
        assertThat(sender.enqueue(new Tell("sato", null))).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void the_port_file_holds_the_port_that_was_given() {
        Path file = Path.of(settings.required("YOBIDASHI_PORT_FILE", "the test"));

        await().untilAsserted(
                        () -> assertThat(Files.readString(file).strip()).isEqualTo(String.valueOf(http.getPort())));
    }
}
