package io.yobidashi.core.simulation;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.util.List;

/** Who is there: sato, whose stand-in is suzuki, whose stand-in is tanaka; three booths are sato's. */
final class Cast {
    static final List<Person> PEOPLE =
            List.of(person("sato", "suzuki"), person("suzuki", "tanaka"), person("tanaka", null));

    static final List<Button> BUTTONS = List.of(
            button("reception", "sato"),
            button("meetings", "sato"),
            button("books", "sato"),
            button("exhibits", "suzuki"),
            button("robots", "tanaka"));

    static final Roster ROSTER = new Roster("C0BOOTH", "<!here>", PEOPLE, BUTTONS);

    private Cast() {}

    private static Person person(String id, String standIn) {
        return new Person(id, new LocalName(id, id), "U-" + id, standIn);
    }

    private static Button button(String id, String person) {
        return new Button(id, person, new LocalName(id, id), null);
    }
}
