package io.yobidashi.call.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final MutableClock clock = new MutableClock(Instant.ofEpochMilli(1763928000000L));
    private final Pace pace = new Pace(clock);

    @Test
    void a_burst_passes_then_one_per_second() {
        takeAll();
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.untilNext()).isEqualTo(Duration.ofSeconds(1));

        clock.advance(Duration.ofMillis(400));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(600));

        clock.advance(Duration.ofMillis(600));
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void silence_brings_the_burst_back_but_not_more() {
        takeAll();
        clock.advance(Duration.ofHours(1));
        takeAll();
        assertThat(pace.take()).isPositive();
    }

    @Test
    void nobody_posts_while_slack_wants_silence() {
        pace.rest(Duration.ofSeconds(30));
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30));
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofSeconds(1));
    }

    private void takeAll() {
        for (int i = 0; i < Pace.BURST; i++) {
            assertThat(pace.take()).isZero();
        }
    }
}
