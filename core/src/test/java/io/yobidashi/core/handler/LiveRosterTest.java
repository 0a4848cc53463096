package io.yobidashi.core.handler;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Answer.Kind;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The roster is edited while calls are open. */
class LiveRosterTest {
    private static final Person HONDA = new Person("honda", new LocalName("本田", "Honda"), "UHONDA", null);

    private final World world = World.open();

    @Test
    void one_decision_sees_one_roster_and_the_next_one_the_new() {
        world.dnd("d1", "USATO", Duration.ofHours(1));
        world.shadows.beforeNextWrite(() -> world.roster = without("suzuki"));

        world.press("p1", SATO_BUTTON);
        assertThat(world.slack.mentioned()).containsExactly("suzuki", "DND");

        world.pass(Duration.ofSeconds(60));
        assertThat(world.slack.mentioned()).containsExactly("suzuki", "DND", "tanaka");
    }

    @Test
    void somebody_new_can_be_asked_at_once() {
        world.press("p1", SATO_BUTTON);
        world.roster = with(HONDA, "suzuki", "honda");

        world.say("c1", "USATO", Kind.CANNOT);
        world.say("c2", "USUZUKI", Kind.CANNOT);

        assertThat(world.call("sato").asked().last()).isEqualTo("honda");
    }

    @Test
    void whoever_was_asked_and_has_left_is_not_reminded() {
        world.press("p1", SATO_BUTTON);
        world.say("c1", "USATO", Kind.CANNOT);
        world.teller.tell("sato");
        world.roster = without("suzuki");

        world.pass(Duration.ofSeconds(30));

        assertThat(world.slack.mentioned()).containsExactly("sato", "suzuki", "tanaka");
    }

    @Test
    void a_press_for_somebody_who_has_left_is_refused() {
        var press = world.pressOf("p1", SATO_BUTTON);
        world.roster = new Roster("C0BOOTH", "<!here>", List.of(HONDA), List.of());

        assertThat(world.presses.handle("sato", List.of(press))).isEqualTo(Outcome.STRANGER);
        assertThat(world.queues.sent(Reset.class)).isEmpty();
    }

    @Test
    void the_sweeper_covers_whoever_is_new() {
        world.press("p1", SATO_BUTTON);
        Roster all = world.roster;
        world.roster = new Roster("C0BOOTH", "<!here>", List.of(HONDA), List.of());
        world.clock.advance(Duration.ofMinutes(8));
        world.sweeper.sweep();
        assertThat(world.status("sato").state()).isEqualTo(State.CALLING);

        world.roster = all;
        world.sweeper.sweep();
        assertThat(world.status("sato").state()).isEqualTo(State.IDLE);
    }

    /** The roster without somebody, whose place in the chain falls to their stand-in. */
    private Roster without(String gone) {
        String standIn = world.roster.standIn(gone).orElse(null);
        List<Person> people = world.roster.people().stream()
                .filter(person -> !person.id().equals(gone))
                .map(person -> gone.equals(person.standIn()) ? standingIn(person, standIn) : person)
                .toList();
        return new Roster(
                "C0BOOTH",
                "<!here>",
                people,
                world.roster.buttons().stream()
                        .filter(button -> !button.person().equals(gone))
                        .toList());
    }

    private Roster with(Person added, String before, String standIn) {
        List<Person> people = new ArrayList<>(world.roster.people().stream()
                .map(person -> person.id().equals(before) ? standingIn(person, standIn) : person)
                .toList());
        people.add(added);
        return new Roster("C0BOOTH", "<!here>", people, world.roster.buttons());
    }

    private static Person standingIn(Person person, String standIn) {
        return new Person(person.id(), person.name(), person.slack(), standIn);
    }
}
