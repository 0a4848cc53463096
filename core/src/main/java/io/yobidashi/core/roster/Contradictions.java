package io.yobidashi.core.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the entries of a roster may not say together: the same twice, and names of whom it does not have. */
final class Contradictions {
    private static final String PEOPLE = "people";
    private static final String BUTTONS = "buttons";

    private Contradictions() {}

    /** @throws BadRosterException for the first one */
    static void check(List<Person> people, List<Button> buttons) {
        distinct(PEOPLE, people, new Key<>("id", "person id", person -> Optional.of(person.id())));
        distinct(PEOPLE, people, new Key<>("slack", "slack member id", person -> Optional.of(person.slack())));
        distinct(BUTTONS, buttons, new Key<>("id", "button id", button -> Optional.of(button.id())));
        distinct(BUTTONS, buttons, new Key<>("imsi", "imsi", button -> Optional.ofNullable(button.imsi())));
        Set<String> ids = new HashSet<>(people.stream().map(Person::id).toList());
        known(ids, PEOPLE, people, new Key<>("standIn", "stand-in", Person::standInIfAny));
        known(ids, BUTTONS, buttons, new Key<>("person", "person", button -> Optional.of(button.person())));
    }

    private static <T> void distinct(String list, List<T> entries, Key<T> key) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> value = key.of().apply(entries.get(i));
            if (value.isPresent() && !seen.add(value.get())) {
                throw new BadRosterException(
                        key.place(list, i), key.name() + " '" + value.get() + "' stands twice in the roster");
            }
        }
    }

    private static <T> void known(Set<String> ids, String list, List<T> entries, Key<T> key) {
        for (int i = 0; i < entries.size(); i++) {
            Optional<String> value = key.of().apply(entries.get(i));
            if (value.isPresent() && !ids.contains(value.get())) {
                throw new BadRosterException(
                        key.place(list, i), key.name() + " is '" + value.get() + "', who is not in the roster");
            }
        }
    }

    /** A field of every entry: its name in the file, and in what is said of it. */
    private record Key<T>(String field, String name, Function<T, Optional<String>> of) {
        String place(String list, int index) {
            return list + "[" + index + "]." + field;
        }
    }
}
