package io.yobidashi.core.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who was asked to come, in the order of asking.
 *
 * @param people ids, and {@link #GROUP} where the whole group was asked
 * @param declined who said that they can't come, whether asked or coming on their own
 * @param nobody true once everybody who could be asked was asked and the last one declined
 */
public record Asked(List<String> people, List<String> declined, boolean nobody) {
    /** Stands for the group among the people asked. */
    public static final String GROUP = "*";

    public Asked {
        people = List.copyOf(people);
        declined = List.copyOf(declined);
    }

    public static Asked first(String person) {
        return new Asked(List.of(person), List.of(), false);
    }

    /** Whom a mention that is owed goes to: an id or {@link #GROUP}. */
    public String last() {
        return people.get(people.size() - 1);
    }

    /** The last one who was asked by name: empty where only the group was. */
    public Optional<String> lastPerson() {
        return people.stream().filter(id -> !id.equals(GROUP)).reduce((earlier, later) -> later);
    }

    public boolean group() {
        return people.contains(GROUP);
    }

    public boolean contains(String person) {
        return people.contains(person);
    }

    /** True for whoever need not be asked any more: asked already, or has declined. */
    public boolean settled(String person) {
        return people.contains(person) || declined.contains(person);
    }

    public Asked ask(String person) {
        return new Asked(plus(people, person), declined, false);
    }

    public Asked decline(String person) {
        return declined.contains(person) ? this : new Asked(people, plus(declined, person), nobody);
    }

    public Asked exhausted() {
        return new Asked(people, declined, true);
    }

    private static List<String> plus(List<String> list, String item) {
        List<String> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
