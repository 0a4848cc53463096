package io.yobidashi.call;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.aws.queue.Received;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.TellHandler;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.RecordingSlack;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderWorkTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);

    private final MutableClock clock = new MutableClock(AT);
    private final InMemoryShadows shadows = new InMemoryShadows(clock);
    private final InMemoryQueues queues = new InMemoryQueues();
    private final RecordingSlack slack = new RecordingSlack();
    private final Transition transition = new Transition(shadows, queues);
    private final Teller teller = new Teller(shadows, slack, () -> "token");
    private final ReminderWork work = new ReminderWork(
            new ReminderHandler(transition, shadows, SampleRoster::three, queues, clock),
            new TellHandler(SampleRoster::three, teller));

    @Test
    void a_reminder_that_is_due_asks_again() {
        Reminder first = pressed();
        clock.advance(Policy.DEFAULT.remindAfter());
        assertThat(work.handle("sato", List.of(first))).isEqualTo(Outcome.DONE);
        assertThat(shadows.status("sato").openCall().orElseThrow().ledger().ordered())
                .isEqualTo(2);
        assertThat(queues.sent(Tell.class)).hasSize(2);
    }

    @Test
    void word_about_somebody_who_is_not_in_the_roster_is_refused() {
        assertThat(work.handle("nobody", List.of(new Tell("nobody", null)))).isEqualTo(Outcome.STRANGER);
    }

    @Test
    void a_tell_pays_what_slack_is_owed() {
        pressed();
        assertThat(slack.mentioned()).isEmpty();

        assertThat(work.handle("sato", List.of(new Tell("sato", null), new Tell("sato", null))))
                .isEqualTo(Outcome.DONE);
        assertThat(slack.mentioned()).containsExactly("sato");
    }

    @Test
    void what_slack_does_not_take_now_is_given_back() {
        pressed();
        slack.failNext(RecordingSlack.later());
        assertThat(work.handle("sato", List.of(new Tell("sato", null))))
                .isEqualTo(new Outcome.Retry(Duration.ofSeconds(1), "429"));
    }

    @Test
    void reminders_and_tells_are_what_the_queue_holds() {
        Reminder reminder = new Reminder("sato", "01K", 1, 1, AT);
        assertThat(decoded(reminder)).isEqualTo(reminder);
        assertThat(ReminderWork.key(decoded(reminder))).isEqualTo("reminders of sato");
        assertThat(ReminderWork.key(decoded(new Tell("suzuki", null)))).isEqualTo("tells of suzuki");
        assertThatExceptionOfType(UnreadableMessageException.class)
                .isThrownBy(() -> decoded(new Reset("sato", null, 0, State.DND, AT)));
    }

    /** A call is opened; its first reminder. */
    private Reminder pressed() {
        new PressHandler(transition, shadows, SampleRoster::three, queues, Meanings.DEFAULT, clock)
                .handle("sato", List.of(new Press("p1", SATO_BUTTON, Click.SINGLE, AT, null)));
        return queues.sent(Reminder.class).get(0);
    }

    private static Message decoded(Message message) {
        return ReminderWork.decode(new Received("m1", JsonMessages.encode(message), AT, 1));
    }
}
