package io.yobidashi.core.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentTest {
    @Test
    void knows_the_newest_hundred_and_forgets_the_oldest() {
        Recent recent = Recent.NONE;
        for (int i = 0; i <= Recent.CAPACITY; i++) {
            recent = recent.plus("event " + i);
        }

        assertThat(recent.digests()).hasSize(Recent.CAPACITY * 8);
        assertThat(recent.contains("event 0")).isFalse();
        assertThat(recent.contains("event 1")).isTrue();
        assertThat(recent.contains("event 100")).isTrue();
    }

    @Test
    void does_not_find_a_digest_across_two_others() {
        Recent recent = Recent.NONE.plus("a").plus("b");
        String across = recent.digests().substring(4, 12);

        assertThat(recent.contains("a")).isTrue();
        assertThat(new Recent(across + across).contains("a")).isFalse();
    }

    @Test
    void refuses_half_a_digest() {
        assertThatThrownBy(() -> new Recent("abc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_call_id_is_the_same_for_the_same_press_and_sorts_by_time() {
        Instant at = Instant.parse("2026-11-23T09:00:00Z");

        assertThat(CallId.of(at, "p1"))
                .hasSize(26)
                .isEqualTo(CallId.of(at, "p1"))
                .isNotEqualTo(CallId.of(at, "p2"));
        assertThat(CallId.of(at, "p1")).isLessThan(CallId.of(at.plusMillis(1), "p1"));
    }
}
