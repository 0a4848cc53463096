package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SATO_OTHER_BUTTON;
import static io.yobidashi.core.testing.SampleRoster.SUZUKI_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Working hours and timeouts of each person, through the handlers. It is Monday 09:00. */
class OffHoursCallsTest {
    private final World world = World.open();

    @Test
    void a_press_outside_hours_goes_to_the_stand_in() {
        works("sato", "10:00", "18:00");

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("suzuki");
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);
        assertThat(world.status("sato").dnd()).isNull();
    }

    @Test
    void a_stand_in_who_is_off_hours_is_passed_over() {
        works("sato", "10:00", "18:00");
        works("suzuki", "12:00", "18:00");

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("tanaka");
    }

    @Test
    void when_everybody_is_off_hours_the_press_is_missed_the_channel_is_told_and_the_opening_ends_it() {
        for (String person : List.of("sato", "suzuki", "tanaka")) {
            works(person, "10:00", "18:00");
        }

        world.press("p1", SATO_BUTTON);

        assertThat(world.slack.mentioned()).containsExactly("MISSED");
        assertThat(world.status("sato").dnd().missed()).isEqualTo(new Ledger(1, 1, null));
        assertThat(world.status("sato").until()).isEqualTo(World.START.plus(Duration.ofHours(1)));

        world.pass(Duration.ofHours(1));
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
        world.press("p2", SATO_BUTTON);
        assertThat(world.slack.mentioned()).containsExactly("MISSED", "sato");
    }

    @Test
    void whose_hours_end_while_they_are_asked_is_not_reminded_and_the_next_is_asked() {
        works("sato", "08:00", "09:00:20");

        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofSeconds(30));

        assertThat(world.slack.mentioned()).containsExactly("sato", "suzuki");
        assertThat(world.call("sato").asked().declined()).containsExactly("sato");
    }

    @Test
    void a_stand_in_whose_hours_end_while_they_are_asked_is_not_reminded_either() {
        works("sato", "10:00", "18:00");
        works("suzuki", "08:00", "09:00:20");

        world.press("p1", SATO_BUTTON);
        world.pass(Duration.ofSeconds(30));

        assertThat(world.slack.mentioned()).containsExactly("suzuki", "tanaka");
    }

    @Test
    void a_booth_that_waited_until_after_closing_goes_to_the_stand_in() {
        works("sato", "08:00", "09:01");
        world.press("p1", SATO_BUTTON);
        world.press("p2", SATO_OTHER_BUTTON);
        world.say("a1", "USATO", Kind.OK);

        world.pass(Duration.ofMinutes(5));
        world.teller.tell("sato");

        assertThat(world.call("sato").origin().button()).isEqualTo(SATO_OTHER_BUTTON);
        assertThat(world.slack.mentioned()).containsExactly("sato", "WAITING", "suzuki");
    }

    @Test
    void a_call_that_ends_after_closing_leaves_an_idle_row_that_counts_as_dnd() {
        works("sato", "08:00", "09:01");
        world.press("p1", SATO_BUTTON);
        world.say("a1", "USATO", Kind.OK);

        world.pass(Duration.ofMinutes(6));

        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
        assertThat(world.roster
                        .effective(world.status("sato"), world.clock.instant())
                        .state())
                .isEqualTo(State.DND);
    }

    @Test
    void somebody_off_hours_may_still_answer() {
        works("sato", "08:00", "09:00:20");
        world.press("p1", SATO_BUTTON);
        world.clock.advance(Duration.ofSeconds(25));

        world.say("a1", "USATO", Kind.OK);

        assertThat(world.status("sato").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void dnd_off_outside_hours_is_told_that_none_is_set_and_until_when_the_hours_last() {
        works("sato", "10:00", "18:00");

        world.say("d1", "USATO", Kind.DND_OFF);

        Reply.Taken reply = (Reply.Taken) world.replies.get("d1");
        assertThat(reply.reason()).isEqualTo(Reason.DND_NOT_SET);
        assertThat(reply.row().until()).isEqualTo(World.START.plus(Duration.ofHours(1)));
    }

    @Test
    void timeouts_are_those_of_whose_row_it_is() {
        Policy hasty = new Policy(
                Duration.ofMinutes(1),
                Duration.ofMinutes(9),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
        world.roster = changed("sato", terms -> new Terms(hasty, terms.hours()));

        world.press("p1", SATO_BUTTON);
        world.press("p2", SUZUKI_BUTTON);

        assertThat(world.status("sato").until()).isEqualTo(World.START.plusSeconds(60));
        assertThat(world.status("suzuki").until()).isEqualTo(World.START.plusSeconds(300));
        assertThat(world.queues.sent(Reminder.class))
                .extracting(reminder -> reminder.person() + " "
                        + Duration.between(World.START, reminder.due()).toSeconds())
                .containsExactly("sato 5", "sato 10", "sato 20", "suzuki 30", "suzuki 60", "suzuki 120");

        world.say("a1", "USATO", Kind.OK);
        assertThat(world.status("sato").until()).isEqualTo(World.START.plusSeconds(540));
    }

    private void works(String person, String from, String to) {
        world.roster = changed(person, terms -> new Terms(terms.policy(), hours(from, to)));
    }

    private static WorkingHours hours(String from, String to) {
        return new WorkingHours(
                ZoneOffset.UTC,
                Map.of(DayOfWeek.MONDAY, List.of(new Span(LocalTime.parse(from), LocalTime.parse(to)))));
    }

    private Roster changed(String id, UnaryOperator<Terms> change) {
        Roster old = world.roster;
        List<Person> people = old.people().stream()
                .map(person -> person.id().equals(id)
                        ? new Person(id, person.name(), person.slack(), person.standIn(), change.apply(person.terms()))
                        : person)
                .toList();
        return new Roster(old.channel(), old.group(), people, old.buttons());
    }
}
