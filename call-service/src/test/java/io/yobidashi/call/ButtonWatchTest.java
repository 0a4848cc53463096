package io.yobidashi.call;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.handler.ButtonNotes;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.rules.Meaning;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.InMemoryButtonShadows;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Presses and what they tell of their buttons, with time moved by hand. */
class ButtonWatchTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    private final MutableClock clock = new MutableClock(START);
    private final InMemoryShadows shadows = new InMemoryShadows(clock);
    private final InMemoryButtonShadows buttons = new InMemoryButtonShadows();
    private final InMemoryQueues queues = new InMemoryQueues();
    private final HandDrivenTasks later = new HandDrivenTasks();
    private final PressWork work = work(Meanings.DEFAULT);

    @Test
    void a_press_is_handled_first_and_its_button_is_noted_afterwards() {
        assertThat(press(SATO_BUTTON, Click.SINGLE, 1)).isEqualTo(Outcome.DONE);
        assertThat(buttons.writes()).isZero();

        later.runDue();

        assertThat(health(SATO_BUTTON).battery()).isEqualTo(0.5);
        assertThat(health(SATO_BUTTON).lastPress()).isEqualTo(START);
        assertThat(health(SATO_BUTTON).lastTest()).isNull();
    }

    @Test
    void while_buttons_cant_be_noted_presses_are_handled_and_nothing_of_them_is_forgotten() {
        buttons.away(true);
        assertThat(press(SATO_BUTTON, Click.SINGLE, 1)).isEqualTo(Outcome.DONE);
        later.runDue();
        assertThat(press(SATO_BUTTON, Click.SINGLE, 3)).isEqualTo(Outcome.DONE);
        later.runDue();
        assertThat(shadows.status("sato").openCall().orElseThrow().progress().presses())
                .isEqualTo(2);

        buttons.away(false);
        pass(Duration.ofMinutes(1));

        assertThat(health(SATO_BUTTON).counter().last()).isEqualTo(3);
        assertThat(health(SATO_BUTTON).gaps()).isEqualTo(1);
    }

    @Test
    void a_button_that_is_pressed_all_the_time_is_written_once_a_minute() {
        for (int number = 1; number <= 90; number++) {
            press(SATO_BUTTON, Click.SINGLE, number);
            pass(Duration.ofSeconds(2));
        }
        pass(Duration.ofMinutes(1));

        assertThat(buttons.writes()).isBetween(3, 4);
        assertThat(health(SATO_BUTTON).counter().last()).isEqualTo(90);
        assertThat(health(SATO_BUTTON).gaps()).isZero();
    }

    @Test
    void one_button_does_not_wait_for_another() {
        press(SATO_BUTTON, Click.SINGLE, 1);
        later.runDue();
        press(SATO_BUTTON, Click.SINGLE, 2);
        later.runDue();
        press(SATO_OTHER_BUTTON, Click.SINGLE, 7);
        later.runDue();

        assertThat(health(SATO_OTHER_BUTTON).counter().last()).isEqualTo(7);
        assertThat(health(SATO_BUTTON).counter().last()).isEqualTo(1);
    }

    @Test
    void a_press_that_goes_back_to_the_queue_is_noted_when_it_is_done() {
        queues.away(true);
        assertThatThrownBy(() -> press(SATO_BUTTON, Click.SINGLE, 1)).isInstanceOf(DependencyAwayException.class);
        later.runDue();
        assertThat(buttons.writes()).isZero();

        queues.away(false);
        assertThat(press(SATO_BUTTON, Click.SINGLE, 1)).isEqualTo(Outcome.DONE);
        later.runDue();
        assertThat(buttons.writes()).isEqualTo(1);
    }

    @Test
    void a_long_press_is_noted_as_a_test_and_opens_no_call() {
        press(SATO_BUTTON, Click.LONG, 1);
        later.runDue();

        assertThat(health(SATO_BUTTON).lastTest()).isEqualTo(START);
        assertThat(shadows.status("sato").state()).isEqualTo(State.IDLE);
    }

    @Test
    void what_a_long_press_means_is_for_the_operator_to_say() {
        PressWork urgent = work(new Meanings(Meaning.TEST, Meaning.URGENT));

        urgent.handle("sato", List.of(new Press("p1", SATO_BUTTON, Click.LONG, START, null)));
        later.runDue();

        assertThat(shadows.status("sato").openCall().orElseThrow().asked().group())
                .isTrue();
        assertThat(shadows.status("sato").openCall().orElseThrow().origin().click())
                .isEqualTo(Click.LONG);
        assertThat(health(SATO_BUTTON).lastTest()).isNull();
    }

    @Test
    void a_process_that_ends_drops_what_is_left_to_note_without_a_word() {
        ButtonThread thread = new ButtonThread();
        thread.close();
        ButtonWatch watch = new ButtonWatch(new ButtonNotes(buttons, clock), Meanings.DEFAULT, thread);

        watch.handled("sato", List.of(new Press("p1", SATO_BUTTON, Click.SINGLE, START, null)));

        assertThat(buttons.writes()).isZero();
    }

    private PressWork work(Meanings meanings) {
        Transition transition = new Transition(shadows, queues);
        PressHandler handler = new PressHandler(transition, shadows, SampleRoster::three, queues, meanings, clock);
        return new PressWork(handler, new ButtonWatch(new ButtonNotes(buttons, clock), meanings, later));
    }

    private Outcome press(String button, Click click, long number) {
        Press press = new Press("p-" + button + number, button, click, clock.instant(), 0.5, number);
        return work.handle("sato", List.of(press));
    }

    private ButtonHealth health(String button) {
        return buttons.read("sato").buttons().get(button);
    }

    private void pass(Duration time) {
        clock.advance(time);
        later.runDue();
    }

    /** Tasks that run when a test says so and their time has come by the test's clock. */
    private final class HandDrivenTasks implements ButtonWatch.Later {
        private final List<Task> tasks = new ArrayList<>();

        @Override
        public void run(Runnable task, Duration pause) {
            tasks.add(new Task(clock.instant().plus(pause), task));
        }

        private void runDue() {
            List<Task> due = tasks.stream()
                    .filter(task -> !task.at().isAfter(clock.instant()))
                    .toList();
            tasks.removeAll(due);
            due.forEach(task -> task.action().run());
        }

        private record Task(Instant at, Runnable action) {}
    }
}
