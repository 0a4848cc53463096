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
