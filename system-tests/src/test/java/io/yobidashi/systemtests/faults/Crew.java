package io.yobidashi.systemtests.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people whose buttons are pressed, and some whom only the test itself calls, to see whether all is well. */
record Crew(int people) {
    static final int PROBES = 4;

    /** Whose button it is. */
    record Owned(String button, String person) {}

    List<String> loaded() {
        return named("p", people);
    }

    List<String> probes() {
        return named("q", PROBES);
    }

    List<String> everybody() {
        List<String> all = new ArrayList<>(loaded());
        all.addAll(probes());
        return all;
    }

    /** The buttons that visitors press: every eighth person has two, which are not busy at the same time. */
    List<Owned> buttons() {
        List<Owned> buttons = new ArrayList<>();
        loaded().forEach(person -> buttons.add(new Owned(buttonOf(person), person)));
        loaded().stream()
                .filter(Crew::hasTwoButtons)
                .forEach(person -> buttons.add(new Owned(buttonOf(person) + "B", person)));
        return buttons;
    }

    static String buttonOf(String person) {
        return "G" + person.toUpperCase(Locale.ROOT);
    }

    /** A repeat of a booth that waits is not counted, so that there the presses of a person do not add up. */
    static boolean hasTwoButtons(String person) {
        return number(person) % 8 == 4;
    }

    static String slackOf(String person) {
        return "U" + person.toUpperCase(Locale.ROOT);
    }

    /** Who is who in Slack. */
    Map<String, String> bySlack() {
        Map<String, String> people = new HashMap<>();
        everybody().forEach(person -> people.put(slackOf(person), person));
        return people;
    }

    String roster() {
        StringBuilder yaml = new StringBuilder("channel: C0BOOTH\ngroup: \"<!here>\"\npeople:\n");
        for (String person : everybody()) {
            String standIn = hasStandIn(person) ? ", standIn: " + next(person) : "";
            yaml.append("  - {id: %1$s, name: {ja: %1$s, en: %1$s}, slack: %2$s%3$s}%n"
                    .formatted(person, slackOf(person), standIn));
        }
        yaml.append("buttons:\n");
        List<Owned> all = new ArrayList<>(buttons());
        probes().forEach(probe -> all.add(new Owned(buttonOf(probe), probe)));
        for (Owned owned : all) {
            yaml.append("  - {id: %1$s, person: %2$s, place: {ja: %1$s, en: %1$s}}%n"
                    .formatted(owned.button(), owned.person()));
        }
        return yaml.toString();
    }

    private boolean hasStandIn(String person) {
        return person.startsWith("p") && number(person) % 2 == 0 && number(person) < people;
    }

    private static String next(String person) {
        return "p%02d".formatted(number(person) + 1);
    }

    private static int number(String person) {
        return Integer.parseInt(person.substring(1));
    }

    private static List<String> named(String letter, int count) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            names.add("%s%02d".formatted(letter, number));
        }
        return names;
    }
}
