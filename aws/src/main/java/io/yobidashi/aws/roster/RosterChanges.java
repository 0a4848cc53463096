package io.yobidashi.aws.roster;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells in one line what differs between two rosters. */
final class RosterChanges {
    private RosterChanges() {}

    static String between(Roster before, Roster after) {
        List<String> changes = new ArrayList<>();
        changes.add(among("people", byId(before.people(), Person::id), byId(after.people(), Person::id)));
        changes.add(among("buttons", byId(before.buttons(), Button::id), byId(after.buttons(), Button::id)));
        if (!before.channel().equals(after.channel())) {
            changes.add("channel " + after.channel());
        }
        if (!before.group().equals(after.group())) {
            changes.add("another group");
        }
        String line = changes.stream().filter(change -> !change.isEmpty()).collect(Collectors.joining("; "));
        return line.isEmpty() ? "another order" : line;
    }

    private static <T> String among(String what, Map<String, T> before, Map<String, T> after) {
        List<String> marks = new ArrayList<>();
        after.keySet().stream().filter(id -> !before.containsKey(id)).forEach(id -> marks.add("+" + id));
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> marks.add("-" + id));
        after.forEach((id, entry) -> {
            if (before.containsKey(id) && !entry.equals(before.get(id))) {
                marks.add("~" + id);
            }
        });
        return marks.isEmpty() ? "" : what + " " + String.join(" ", marks);
    }

    private static <T> Map<String, T> byId(List<T> entries, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(id.apply(entry), entry));
        return byId;
    }
}
