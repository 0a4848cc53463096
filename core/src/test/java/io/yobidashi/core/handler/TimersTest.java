package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.LastCall.Outcome;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimersTest {
    private final World world = World.open();

    @Test
    void without_an_answer_the_person_is_reminded_then_the_stand_in_then_the_group_then_it_ends_unanswered() {
        world.press("p1", SATO_BUTTON);

        world.pass(Duration.ofSeconds(299));
        assertThat(world.slack.mentioned()).containsExactly("sato", "sato", "suzuki", "*");
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);

        world.pass(Duration.ofSeconds(1));
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
        assertThat(world.status("sato").last().outcome()).isEqualTo(Outcome.UNANSWERED);
    }

    @Test
    void an_answered_call_ends_as_answered() {
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.pass(Duration.ofMinutes(5));

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
        assertThat(world.status("sato").last().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(world.status("sato").last().by()).isEqualTo("sato");
    }

    @Test
    void a_reset_that_comes_early_is_sent_on() {
        world.press("p1", SATO_BUTTON);
        Reset reset = world.queues.sent(Reset.class).get(0);
        world.queues.clear();

        world.resets.handle(reset);

        assertThat(world.queues.sent(Reset.class)).containsExactly(reset);
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void a_reset_that_comes_twice_ends_one_call_only() {
        world.press("p1", SATO_BUTTON);
        Reset reset = world.queues.sent(Reset.class).get(0);
        world.pass(Duration.ofMinutes(5));
        world.press("p2", SATO_BUTTON);

        world.resets.handle(reset);

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
    }

    @Test
    void the_reset_of_calling_does_not_end_an_answered_call() {
        world.press("p1", SATO_BUTTON);
        Reset reset = world.queues.sent(Reset.class).get(0);
        world.pass(Duration.ofSeconds(299));
        world.say("a1", "USATO", Kind.OK);
        world.clock.advance(Duration.ofSeconds(5));

        world.resets.handle(reset);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void timers_of_somebody_who_is_not_in_the_roster_are_refused() {
        Reset reset = new Reset("nobody", "CALL", 1, State.CALLING, World.START);
        Reminder reminder = new Reminder("nobody", "CALL", 1, 1, World.START);

        assertThat(world.resets.handle(reset)).isEqualTo(io.yobidashi.core.handler.Outcome.STRANGER);
        assertThat(world.reminders.handle(reminder)).isEqualTo(io.yobidashi.core.handler.Outcome.STRANGER);
    }

    @Test
    void a_reminder_that_comes_twice_mentions_once() {
        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofSeconds(30));
        Reminder first = world.queues.sent(Reminder.class).get(0);

        world.deliver(first);

        assertThat(world.slack.mentioned()).containsExactly("sato", "sato");
    }

    @Test
    void a_booth_that_waited_gets_its_own_call_when_the_first_ends() {
        world.press("p1", SATO_BUTTON);
        world.press("p2", SATO_OTHER_BUTTON);
        world.say("a1", "USATO", Kind.OK);
        world.pass(Duration.ofMinutes(5));

        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.call("sato").origin().button()).isEqualTo(SATO_OTHER_BUTTON);
        assertThat(world.queues.sent(Tell.class)).isNotEmpty();
        world.teller.tell("sato");
        assertThat(world.slack.mentioned()).containsExactly("sato", "WAITING", "sato");
    }

    @Test
    void the_sweeper_ends_a_call_whose_timer_was_lost() {
        world.press("p1", SATO_BUTTON);
        world.clock.advance(Duration.ofMinutes(7));
        world.sweeper.sweep();
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);

        world.clock.advance(Duration.ofSeconds(1));
        world.sweeper.sweep();
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void the_sweeper_ends_a_do_not_disturb_whose_timer_was_lost() {
        world.dnd("d1", "USATO", Duration.ofMinutes(30));
        world.clock.advance(Duration.ofMinutes(33));

        world.sweeper.sweep();

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void the_sweeper_has_slack_told_what_it_is_still_owed() {
        world.slack.failNext(RecordingSlack.later());
        world.press("p1", SATO_BUTTON);
        world.queues.clear();

        world.sweeper.sweep();

        assertThat(world.queues.sent(Tell.class))
                .containsExactly(new Tell("sato", world.call("sato").id()));
    }

    @Test
    void a_shadow_that_nobody_can_read_does_not_keep_the_others_calls_open() {
        world.press("p1", SUZUKI_BUTTON);
        world.clock.advance(Duration.ofMinutes(8));
        world.shadows.spoil("sato");

        world.sweeper.sweep();

        assertThat(world.status("suzuki").state()).isEqualTo(State.IDLE);
    }

    @Test
    void a_sweep_leaves_alone_what_is_in_order() {
        world.press("p1", SATO_BUTTON);
        world.queues.clear();

        world.sweeper.sweep();

        assertThat(world.queues.sent()).isEmpty();
    }
}
