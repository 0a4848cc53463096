package io.yobidashi.ack.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {
    @Test
    void it_travels_with_the_answer() {
        for (WayBack way : new WayBack[] {
            new WayBack.ResponseUrl(URI.create("https://hooks.slack.com/commands/1/2/3")),
            new WayBack.Ephemeral("C0BOOTH", null),
            new WayBack.Ephemeral("C0BOOTH", "1763928000.000100")
        }) {
            assertThat(WayBack.ofWire(way.wire())).contains(way);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://hooks.slack.com/1", "not an address", "mailto:x", "http:"})
    void anything_else_is_none(String wire) {
        assertThat(WayBack.ofWire(wire)).isEmpty();
        assertThat(WayBack.ofWire(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.slack.com/commands/1, true",
        "https://hooks.slack-gov.com/actions/1, true",
        "http://localhost:8090/slack/response/1, true",
        "http://hooks.slack.com/commands/1, false",
        "https://hooks.slack.com.evil.example/1, false",
        "https://evilslack.com/1, false",
        "http://localhost:8081/presses, false",
        "http://169.254.169.254/latest, false"
    })
    void only_slack_and_its_stand_in_are_called(String address, boolean called) {
        PrivateMessages.WebApi api =
                new PrivateMessages.WebApi(URI.create("http://localhost:8090/slack/api/"), Optional.empty());
        assertThat(api.isOfSlack(URI.create(address))).isEqualTo(called);
    }
}
