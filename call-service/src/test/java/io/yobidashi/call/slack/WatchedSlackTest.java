package io.yobidashi.call.slack;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedSlackTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Notice NOTICE = Debts.owed(
                    PersonStatus.unknown("sato").with(new TestCall(SATO_BUTTON, AT, Ledger.EMPTY.order())))
            .orElseThrow();

    private final MutableClock clock = new MutableClock(AT);
    private final RecordingSlack slack = new RecordingSlack();
    private final List<String> counted = new ArrayList<>();
    private final WatchedSlack watched = new WatchedSlack(slack, counted::add, clock);

    @Test
    void a_refusal_of_the_set_up_is_counted_and_shown_and_tried_again_seldom() {
        refuse("channel_not_found");
        clock.advance(Duration.ofSeconds(4));

        assertThat(watched.pause(NOTICE)).isEqualTo(Duration.ofSeconds(6));
        assertThat(posting()).isEqualTo("refused since 2025-11-23T20:00:00Z: channel_not_found");

        clock.advance(Duration.ofSeconds(6));
        assertThat(watched.pause(NOTICE)).isZero();
        refuse("channel_not_found");
        assertThat(posting()).contains("since 2025-11-23T20:00:00Z");
        assertThat(counted).containsExactly("channel_not_found", "channel_not_found");
    }

    @Test
    void once_slack_accepts_all_is_well() {
        refuse("is_archived");
        assertThat(watched.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);

        assertThat(watched.pause(NOTICE)).isZero();
        assertThat(posting()).isEqualTo("not refused");
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void what_merely_passes_is_no_refusal() {
        refuse("is_archived");
        slack.failNext(RecordingSlack.later());
        watched.post(NOTICE);

        assertThat(posting()).contains("is_archived");
        assertThat(counted).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_blocks", "400 invalid_payload", "msg_too_long", "400 no_text"})
    void what_is_wrong_with_one_message_holds_up_no_other(String word) {
        refuse(word);

        assertThat(watched.pause(NOTICE)).isZero();
    }

    @Test
    void a_slower_pace_than_ours_is_kept() {
        refuse("is_archived");
        slack.pauseFor(Duration.ofSeconds(30));

        assertThat(watched.pause(NOTICE)).isEqualTo(Duration.ofSeconds(30));
    }

    private void refuse(String word) {
        slack.failNext(new PostResult.Refused(word));
        watched.post(NOTICE);
    }

    private String posting() {
        return String.valueOf(
                new SlackHealth(watched).call().getData().orElseThrow().get("posting"));
    }

    private String status() {
        return new SlackHealth(watched).call().getStatus().name();
    }
}
