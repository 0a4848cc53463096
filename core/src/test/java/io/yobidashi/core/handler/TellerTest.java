package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.telling.Accounts;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.testing.Overheard;
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

    /** Another copy or thread may be faster between the look at the pace and the post: nothing is wrong then. */
    @Test
    void what_slack_was_not_asked_gives_the_claim_back_and_warns_nobody() {
        owe();
        world.slack.failNext(new PostResult.NotAsked(Duration.ofSeconds(1), "others go first"));

        try (Overheard log = new Overheard()) {
            assertThat(world.teller.tell("sato"))
                    .isEqualTo(new Outcome.Retry(Duration.ofSeconds(1), "others go first"));
            assertThat(log.lines()).isEmpty();
        }
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 0, null));
        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
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
        world.press(List.of(test));
        world.press(List.of(test));

        assertThat(world.slack.mentioned()).containsExactly("TEST");
        assertThat(world.status("sato").openCall()).isEmpty();
    }

    @Test
    void a_lost_answer_to_an_accepted_mention_is_looked_for_at_once_and_mentions_once() {
        world.slack.loseNextAnswer();

        assertThat(world.press("p1", SATO_BUTTON)).isEqualTo(Outcome.DONE);

        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 1, null));
        assertThat(world.call("sato").post()).isNotNull();
    }

    @Test
    void a_lost_answer_that_nobody_can_look_for_leaves_the_claim_until_somebody_can() {
        world.slack.loseNextAnswer();
        world.slack.blind(true);
        assertThat(world.press("p1", SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        assertThat(world.call("sato").ledger().claim()).isNotNull();
        assertThat(world.teller.tell("sato"))
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(10), "another is posting this"));

        world.clock.advance(Teller.CLAIM_LIFETIME);
        assertThat(world.teller.tell("sato")).as("still nobody knows").isInstanceOf(Outcome.Retry.class);
        world.slack.blind(false);
        world.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);
        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 1, null));
    }

    @Test
    void a_reminder_after_a_crash_does_not_become_a_second_message_of_the_call() {
        world.slack.loseNextAnswer();
        world.slack.blind(true);
        world.press("p1", SATO_BUTTON);
        world.slack.blind(false);

        world.pass(Duration.ofSeconds(30));
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("sato", "sato");
        assertThat(world.slack.accepted().get(1).post()).as("in the thread").isPresent();
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(2, 2, null));
    }

    @Test
    void a_mention_that_was_answered_before_anybody_knew_of_it_is_found_and_edited() {
        world.slack.loseNextAnswer();
        world.slack.blind(true);
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Answer.Kind.OK);
        world.slack.blind(false);
        world.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);

        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.slack.lastEdit()).isEqualTo(CallView.Stage.RUNNING);
    }

    @Test
    void a_mention_that_was_never_taken_is_not_posted_after_the_answer() {
        owe();
        claim("crashed");
        world.say("a1", "USATO", Answer.Kind.OK);
        world.clock.advance(Teller.CLAIM_LIFETIME);

        assertThat(world.teller.tell("sato")).isEqualTo(Outcome.DONE);

        assertThat(world.slack.accepted()).isEmpty();
        assertThat(world.call("sato").ledger().claim()).isNull();
    }

    @Test
    void a_refusal_is_noted_with_slacks_word_until_slack_accepts() {
        owe();
        world.slack.failNext(new PostResult.Refused("channel_is_archived"));

        world.teller.tell("sato");
        assertThat(world.call("sato").told().trouble()).isEqualTo("channel_is_archived");
        assertThat(Debts.told(world.status("sato"))).isFalse();

        world.teller.tell("sato");
        assertThat(world.call("sato").told().trouble()).isNull();
        assertThat(Debts.told(world.status("sato"))).isTrue();
    }

    @Test
    void do_not_disturb_is_announced_and_so_is_its_end() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.teller.tell("sato");
        world.teller.tell("sato");
        assertThat(world.slack.mentioned()).containsExactly("DND");

        world.say("d2", "USATO", Answer.Kind.DND_OFF);
        world.teller.tell("sato");
        world.teller.tell("sato");
        assertThat(world.slack.mentioned()).containsExactly("DND", "BACK");
    }

    @Test
    void a_do_not_disturb_that_ends_by_time_is_announced_once() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.teller.tell("sato");
        world.pass(Duration.ofMinutes(31));
        world.teller.tell("sato");
        world.sweeper.sweep();
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("DND", "BACK");
        assertThat(world.status("sato").back()).isNull();
    }

    @Test
    void a_press_right_after_the_end_of_do_not_disturb_does_not_swallow_the_announcement() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.teller.tell("sato");
        world.clock.advance(Duration.ofMinutes(31));

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("DND", "sato", "BACK");
    }

    @Test
    void a_do_not_disturb_that_nobody_heard_of_ends_in_silence() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.say("d2", "USATO", Answer.Kind.DND_OFF);
        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).isEmpty();
    }

    @Test
    void a_mention_comes_before_announcements_and_edits() {
        owe();
        world.dnd("d1", "USATO", Duration.ofMinutes(30));

        world.teller.tell("sato");

        assertThat(world.slack.mentioned()).containsExactly("suzuki", "DND");
    }

    private void owe() {
        world.slack.failNext(RecordingSlack.later());
        world.press("p1", SATO_BUTTON);
        assertThat(Debts.owed(world.status("sato"))).isPresent();
    }

    private void claim(String token) {
        world.shadows.put(Accounts.claim(Debts.owed(world.status("sato")).orElseThrow(), token));
    }
}
