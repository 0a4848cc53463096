package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellerTest {
    private final World world = World.open();

    @Test
    void another_copy_that_is_posting_is_waited_for() {
        owe();
        claim("another");

        assertThat(world.teller.tell("sato"))
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(10), "another is posting this"));
        assertThat(world.slack.accepted()).isEmpty();
    }

    @Test
    void a_claim_left_behind_by_a_crash_is_taken_over() {
        owe();
        claim("crashed");
        world.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
        assertThat(world.slack.mentioned()).containsExactly("sato");
    }

    @Test
    void to_keep_the_pace_costs_no_write() {
        owe();
        long version = world.shadows.read("sato").version();
        world.slack.pauseFor(Duration.ofSeconds(1));

        assertThat(world.teller.tell("sato"))
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(1), "keeping Slack's pace"));
        assertThat(world.shadows.read("sato").version()).isEqualTo(version);
    }

    @Test
    void a_refusal_gives_the_claim_back_and_is_tried_again_later() {
        owe();
        world.slack.failNext(new PostResult.Refused("channel_is_archived"));

        assertThat(world.teller.tell("sato")).isInstanceOf(Outcome.Retry.class);
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 0, null));
        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
    }

    @Test
    void what_slack_took_while_the_shadow_was_away_is_noted_later_and_not_posted_again() {
        owe();
        world.slack.whilePosting(() -> world.shadows.away(true));
        assertThatThrownBy(() -> world.teller.tell("sato")).isInstanceOf(DependencyAwayException.class);

        world.shadows.away(false);
        world.clock.advance(Duration.ofMinutes(1));

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 1, null));
    }

    @Test
    void several_mentions_that_are_owed_are_one_message_to_the_one_asked_last() {
        owe();
        for (int i = 0; i < 3; i++) {
            world.slack.failNext(RecordingSlack.later());
        }
        world.pass(Duration.ofSeconds(120));

        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("*");
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(4, 4, null));
    }

    @Test
    void a_test_call_is_told_once_and_mentions_nobody() {
        Press test = new Press("t1", SATO_BUTTON, Click.LONG, world.clock.instant(), null);
        world.presses.handle("sato", List.of(test));
        world.presses.handle("sato", List.of(test));

        assertThat(world.slack.mentioned()).containsExactly("TEST");
        assertThat(world.status("sato").openCall()).isEmpty();
    }

    private void owe() {
        world.slack.failNext(RecordingSlack.later());
        world.press("p1", SATO_BUTTON);
        assertThat(Debts.owed(world.status("sato"))).isPresent();
    }

    private void claim(String token) {
        world.shadows.put(Debts.claim(Debts.owed(world.status("sato")).orElseThrow(), token));
    }
}
