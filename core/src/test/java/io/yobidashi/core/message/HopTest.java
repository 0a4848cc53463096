package io.yobidashi.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @ParameterizedTest(name = "due in {0} ms, limit {1} s: {2} s")
    @CsvSource({
        "-5000, 900, 0",
        "0, 900, 0",
        "1, 900, 1",
        "999, 900, 1",
        "1000, 900, 1",
        "1001, 900, 2",
        "899000, 900, 899",
        "899001, 900, 900",
        "900000, 900, 900",
        "901000, 900, 900",
        "10800000, 900, 900",
        "5000, 1, 1",
    })
    void a_queue_holds_a_message_for_what_is_left_rounded_up(long dueInMillis, int limit, int seconds) {
        assertThat(Hop.seconds(NOW, NOW.plusMillis(dueInMillis), Duration.ofSeconds(limit)))
                .isEqualTo(seconds);
    }

    @ParameterizedTest(name = "the far {0}")
    @CsvSource({"-1000000000-01-01T00:00:00Z, 0", "+1000000000-12-31T23:59:59.999999999Z, 900"})
    void no_instant_is_too_far(Instant due, int seconds) {
        assertThat(Hop.seconds(NOW, due, Hop.SQS_LIMIT)).isEqualTo(seconds);
    }
}
