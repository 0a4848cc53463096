package io.yobidashi.ack.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final InMemoryShadows shadows = new InMemoryShadows(new MutableClock(Instant.ofEpochMilli(1763928000000L)));
    /** What waits for a thread. */
    private final List<Runnable> waiting = new ArrayList<>();

    @Test
    void the_row_is_seen() {
        assertThat(new Glance(shadows, Runnable::run, LONG).at("sato").join()).contains(PersonStatus.unknown("sato"));
    }

    @Test
    void nothing_is_seen_while_the_shadows_are_away() {
        shadows.away(true);
        assertThat(new Glance(shadows, Runnable::run, LONG).at("sato").join()).isEmpty();
    }

    @Test
    void nobody_waits_beyond_the_limit() {
        assertThat(new Glance(shadows, waiting::add, SHORT).at("sato").join()).isEmpty();
    }

    @Test
    void only_so_many_look_at_a_time() {
        Glance glance = new Glance(shadows, waiting::add, LONG);
        List<CompletableFuture<Optional<PersonStatus>>> looks = new ArrayList<>();
        while (waiting.size() == looks.size()) {
            looks.add(glance.at("sato"));
        }
        assertThat(looks.get(looks.size() - 1)).isCompletedWithValue(Optional.empty());

        waiting.forEach(Runnable::run);
        assertThat(looks.get(0)).isCompletedWithValue(Optional.of(PersonStatus.unknown("sato")));
        assertThat(glance.at("sato")).isNotCompleted();
    }

    @Test
    void a_pool_that_takes_no_more_is_no_failure() {
        Glance glance = new Glance(
                shadows,
                task -> {
                    throw new RejectedExecutionException("closing");
                },
                LONG);
        assertThat(glance.at("sato")).isCompletedWithValue(Optional.empty());
    }
}
