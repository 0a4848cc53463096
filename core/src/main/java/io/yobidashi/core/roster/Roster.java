package io.yobidashi.core.roster;

import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The people, their buttons and the channel they are called in. A roster that contradicts itself can't be built.
 *
 * @param channel the Slack channel's id
 * @param group what is mentioned when everybody is asked: {@code <!here>} or {@code <!subteam^ID>}
 */
public record Roster(String channel, String group, List<Person> people, List<Button> buttons) {

    /** @throws BadRosterException for the first contradiction */
    public Roster {
        people = List.copyOf(people);
        buttons = List.copyOf(buttons);
        Contradictions.check(people, buttons);
    }

    public Optional<Person> person(String id) {
        return people.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    public Optional<Person> personOnSlack(String memberId) {
        return people.stream().filter(person -> person.slack().equals(memberId)).findFirst();
    }

    public Optional<Button> button(String id) {
        return buttons.stream().filter(button -> button.id().equals(id)).findFirst();
    }

    public Optional<Button> buttonWithSim(String imsi) {
        return buttons.stream().filter(button -> imsi.equals(button.imsi())).findFirst();
    }

    /** What a row counts as at an instant, on the terms of the person whose it is. */
    public PersonStatus effective(PersonStatus row, Instant at) {
        return person(row.person()).map(Person::terms).orElse(Terms.DEFAULT).effective(row, at);
    }

    /** The stand-in that the roster names for a person. */
    public Optional<String> standIn(String person) {
        return person(person).flatMap(Person::standInIfAny);
    }

    /** The people after {@code person}, each the stand-in of the one before by the roster, nobody twice. */
    public List<String> chain(String person) {
        return chain(person, this::standIn);
    }

    /** As {@link #chain(String)}, with stand-ins that may differ from the roster's for the time being. */
    public List<String> chain(String person, Function<String, Optional<String>> standInOf) {
        Set<String> seen = new LinkedHashSet<>(List.of(person));
        Optional<String> next = standInOf.apply(person);
        while (next.isPresent() && seen.add(next.get())) {
            next = standInOf.apply(next.get());
        }
        return seen.stream().skip(1).toList();
    }
}
