package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressHandlerTest {
    private final World world = World.open();

    @Test
    void a_press_opens_a_call_schedules_its_timers_and_mentions_the_person() {
        assertThat(world.press("p1", SATO_BUTTON)).isEqualTo(Outcome.DONE);

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.call("sato").ledger()).isEqualTo(new Ledger(1, 1, null));
        assertThat(world.call("sato").post()).isNotNull();
        assertThat(world.queues.sent(Reset.class)).extracting(Reset::state).containsExactly(State.CALLING);
        assertThat(world.queues.sent(Reminder.class)).extracting(Reminder::step).containsExactly(1, 2, 3);
    }

    @Test
    void the_very_first_press_creates_the_shadow() {
        World fresh = new World();

        assertThat(fresh.press("p1", SATO_BUTTON)).isEqualTo(Outcome.DONE);
        assertThat(fresh.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(fresh.slack.mentioned()).containsExactly("sato");
    }

    @Test
    void the_timer_goes_first_so_that_no_call_is_without_one() {
        world.queues.away(true);

        assertThatThrownBy(() -> world.press("p1", SATO_BUTTON)).isInstanceOf(DependencyAwayException.class);
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
        assertThat(world.slack.accepted()).isEmpty();
    }

    @Test
    void the_shadow_goes_before_slack_so_that_nobody_is_mentioned_for_nothing() {
        world.shadows.beforeNextWrite(() -> world.shadows.away(true));

        assertThatThrownBy(() -> world.press("p1", SATO_BUTTON)).isInstanceOf(DependencyAwayException.class);
        assertThat(world.queues.sent(Reset.class)).hasSize(1);
        assertThat(world.slack.accepted()).isEmpty();
    }

    @Test
    void a_press_that_comes_again_changes_nothing_and_mentions_nobody() {
        world.press("p1", SATO_BUTTON);
        var after = world.status("sato");

        assertThat(world.press("p1", SATO_BUTTON)).isEqualTo(Outcome.DONE);
        assertThat(world.status("sato")).isEqualTo(after);
        assertThat(world.slack.mentioned()).containsExactly("sato");
    }

    @Test
    void a_press_that_comes_again_after_its_call_has_ended_opens_none() {
        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofMinutes(6));
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);

        world.press("p1", SATO_BUTTON);
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void a_press_is_done_with_before_slack_has_heard_of_it() {
        world.presses.handle("sato", List.of(world.pressOf("p1", SATO_BUTTON)));

        assertThat(world.slack.accepted()).isEmpty();
        assertThat(world.queues.sent(Tell.class))
                .containsExactly(new Tell("sato", world.call("sato").id()));
    }

    @Test
    void repeats_while_slack_is_slow_are_counted_and_are_one_word_to_slack() {
        for (int i = 0; i < 300; i++) {
            assertThat(world.presses.handle("sato", List.of(world.pressOf("p" + i, SATO_BUTTON))))
                    .isEqualTo(Outcome.DONE);
        }

        assertThat(world.call("sato").progress().presses()).isEqualTo(300);
        assertThat(world.queues.sent(Tell.class)).hasSize(1);
    }

    @Test
    void a_repeat_that_comes_together_with_the_press_of_a_process_that_died_does_not_silence_it() {
        world.presses.handle("sato", List.of(world.pressOf("p1", SATO_BUTTON)));
        world.queues.clear();

        world.presses.handle("sato", List.of(world.pressOf("p1", SATO_BUTTON), world.pressOf("p2", SATO_BUTTON)));

        assertThat(world.queues.sent(Tell.class)).hasSize(1);
    }

    @Test
    void a_mention_that_slack_did_not_take_is_paid_when_the_press_comes_again() {
        world.slack.failNext(RecordingSlack.later());

        assertThat(world.press("p1", SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.press("p1", SATO_BUTTON)).isEqualTo(Outcome.DONE);
        assertThat(world.slack.mentioned()).containsExactly("sato");
        assertThat(world.call("sato").progress().presses()).isEqualTo(1);
    }

    @Test
    void presses_received_together_are_one_write() {
        long before = world.shadows.read("sato").version();

        world.press(List.of(
                world.pressOf("p1", SATO_BUTTON),
                world.pressOf("p2", SATO_BUTTON),
                world.pressOf("p3", SATO_OTHER_BUTTON),
                world.pressOf("p2", SATO_BUTTON)));

        assertThat(world.call("sato").progress().presses()).isEqualTo(2);
        assertThat(world.call("sato").waiting()).containsExactly(SATO_OTHER_BUTTON);
        assertThat(world.slack.mentioned()).containsExactly("sato");
        // the presses; the claim; the note of what Slack took
        assertThat(world.shadows.read("sato").version()).isEqualTo(before + 3);
    }

    @Test
    void who_is_faster_wins_and_the_press_is_decided_again() {
        world.press("p1", SATO_BUTTON);
        world.shadows.beforeNextWrite(() -> world.say("a1", "USATO", Kind.OK));

        world.press("p2", SATO_BUTTON);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
        assertThat(world.call("sato").progress().presses()).isEqualTo(2);
    }

    @Test
    void after_five_lost_races_the_press_goes_back_to_the_queue() {
        loseRaces(Transition.MAX_RACES);

        assertThat(world.press("p1", SATO_BUTTON)).isInstanceOf(Outcome.Retry.class);
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    private void loseRaces(int races) {
        if (races > 0) {
            world.shadows.beforeNextWrite(() -> {
                world.shadows.put(world.status("sato").taken("rival " + races));
                loseRaces(races - 1);
            });
        }
    }

    @Test
    void during_do_not_disturb_the_stand_in_is_asked() {
        world.dnd("d1", "USATO", Duration.ofHours(1));

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("suzuki", "DND");
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void when_nobody_is_free_the_press_is_counted_as_missed_and_the_channel_is_told() {
        world.dnd("d1", "USATO", Duration.ofHours(1));
        world.dnd("d2", "USUZUKI", Duration.ofHours(1));
        world.dnd("d3", "UTANAKA", Duration.ofHours(1));

        world.press("p1", SATO_BUTTON);

        assertThat(world.status("sato").state()).isEqualTo(State.DND);
        assertThat(world.status("sato").dnd().missed()).isEqualTo(new Ledger(1, 1, null));
        assertThat(world.slack.mentioned()).containsExactly("MISSED", "DND");
    }
}
