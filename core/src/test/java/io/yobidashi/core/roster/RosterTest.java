package io.yobidashi.core.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final LocalName NAME = new LocalName("佐藤", "Sato");

    @Test
    void a_chain_goes_from_stand_in_to_stand_in_and_has_nobody_twice() {
        Roster circle = of(person("a", "b"), person("b", "c"), person("c", "a"));

        assertThat(circle.chain("a")).containsExactly("b", "c");
        assertThat(circle.chain("c")).containsExactly("a", "b");
    }

    @Test
    void nobody_stands_in_for_themself() {
        assertThatThrownBy(() -> person("a", "a")).hasMessageContaining("'a' is their own stand-in");
        assertThatThrownBy(() -> person("nobody", null)).hasMessageContaining("no id");
    }

    @Test
    void a_stand_in_of_the_moment_goes_before_the_rosters() {
        Roster roster = of(person("a", "b"), person("b", null), person("c", "b"));

        assertThat(roster.chain("a", id -> id.equals("a") ? Optional.of("c") : roster.standIn(id)))
                .containsExactly("c", "b");
    }

    @Test
    void contradictions_are_refused_by_name() {
        assertThatThrownBy(() -> of(person("a", "x"))).hasMessageContaining("stand-in is 'x'");
        assertThatThrownBy(() -> of(person("a", null), person("a", null))).hasMessageContaining("person id 'a'");
        assertThatThrownBy(() -> person("not legal", null)).hasMessageContaining("'not legal'");
        assertThatThrownBy(() -> new Roster("C", "<!here>", List.of(), List.of(new Button("B1", "a", NAME, null))))
                .hasMessageContaining("person is 'a'");
        assertThatThrownBy(() -> new Roster(
                        "C",
                        "<!here>",
                        List.of(person("a", null)),
                        List.of(new Button("B1", "a", NAME, "1"), new Button("B2", "a", NAME, "1"))))
                .hasMessageContaining("imsi '1'");
    }

    @Test
    void people_and_buttons_are_found_by_what_others_call_them() {
        Roster roster =
                new Roster("C", "<!here>", List.of(person("a", null)), List.of(new Button("B1", "a", NAME, "4401")));

        assertThat(roster.personOnSlack("Ua")).map(Person::id).contains("a");
        assertThat(roster.buttonWithSim("4401")).map(Button::id).contains("B1");
        assertThat(roster.buttonWithSim("4402")).isEmpty();
        assertThat(roster.button("B2")).isEmpty();
    }

    private static Person person(String id, String standIn) {
        return new Person(id, NAME, "U" + id, standIn);
    }

    private static Roster of(Person... people) {
        return new Roster("C", "<!here>", List.of(people), List.of());
    }
}
