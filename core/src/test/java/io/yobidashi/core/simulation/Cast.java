package io.yobidashi.core.simulation;

import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Who is there: sato, whose stand-in is suzuki, whose stand-in is tanaka, who has a break from 20:08 to 20:40;
 * three booths are sato's.
 */
final class Cast {
    private static final WorkingHours ALWAYS = WorkingHours.always(ZoneOffset.UTC);
    private static final WorkingHours SHIFT = new WorkingHours(
            ZoneOffset.UTC, Map.of(DayOfWeek.SUNDAY, List.of(span(12, 0, 20, 8), span(20, 40, 12, 0))));

    static final List<Person> PEOPLE = List.of(
            person("sato", "suzuki", ALWAYS), person("suzuki", "tanaka", ALWAYS), person("tanaka", null, SHIFT));

    static final List<Button> BUTTONS = List.of(
            button("reception", "sato"),
            button("meetings", "sato"),
            button("books", "sato"),
            button("exhibits", "suzuki"),
            button("robots", "tanaka"));

    static final Roster ROSTER = new Roster("C0BOOTH", "<!here>", PEOPLE, BUTTONS);

    private Cast() {}

    static boolean isAtWork(String person, Instant at) {
        return ROSTER.person(person).orElseThrow().terms().hours().openAt(at);
    }

    private static Person person(String id, String standIn, WorkingHours hours) {
        return new Person(id, new LocalName(id, id), "U-" + id, standIn, new Terms(Policy.DEFAULT, hours));
    }

    private static Span span(int hour, int minute, int endHour, int endMinute) {
        return new Span(LocalTime.of(hour, minute), LocalTime.of(endHour, endMinute));
    }

    private static Button button(String id, String person) {
        return new Button(id, person, new LocalName(id, id), null);
    }
}
