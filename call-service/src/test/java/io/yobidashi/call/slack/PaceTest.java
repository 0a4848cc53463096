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
        assertThat(pace.take(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.untilNext(0)).isEqualTo(Duration.ofSeconds(1));

        clock.advance(Duration.ofMillis(400));
        assertThat(pace.take(0)).isEqualTo(Duration.ofMillis(600));

        clock.advance(Duration.ofMillis(600));
        assertThat(pace.take(0)).isZero();
        assertThat(pace.take(0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void silence_brings_the_burst_back_but_not_more() {
        takeAll();
        clock.advance(Duration.ofHours(1));
        takeAll();
        assertThat(pace.take(0)).isPositive();
    }

    @Test
    void nobody_posts_while_slack_wants_silence() {
        pace.rest(Duration.ofSeconds(30));
        assertThat(pace.take(0)).isEqualTo(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(30));
        assertThat(pace.take(0)).isZero();
        assertThat(pace.take(0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void mere_news_leaves_a_permit_for_what_is_more_urgent() {
        for (int i = 0; i < Pace.BURST - 1; i++) {
            assertThat(pace.take(1)).isZero();
        }

        assertThat(pace.take(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.take(0)).isZero();
    }

    private void takeAll() {
        for (int i = 0; i < Pace.BURST; i++) {
            assertThat(pace.take(0)).isZero();
        }
    }
}
