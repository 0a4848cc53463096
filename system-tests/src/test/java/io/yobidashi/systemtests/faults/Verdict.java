package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.faults.Boards.Row;
import io.yobidashi.systemtests.faults.Channel.Mention;
import io.yobidashi.systemtests.faults.Presses.Press;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is promised, held against what was seen; each check tells what broke the promise. */
final class Verdict {
    /** A mention that was on its way when the answer came: a Slack call ends after 5 s, and boards are told a moment later. */
    private static final long ON_ITS_WAY_MILLIS = 7_000;

    private final Crew crew;
    private final Evidence seen;
    private final List<String> broken = new ArrayList<>();

    /** All that was seen from the start until everything was at rest. */
    record Evidence(List<Press> presses, Memory memory, Shown shown, List<Mention> mentions, Set<String> declined) {}

    /** What the rows keep of what came. */
    interface Memory {
        /** Whether the row of a person has taken in an event. */
        boolean hasTaken(String person, String event);

        /** How often each call of a person was pressed, as far as it was seen. */
        Map<String, Integer> presses(String person);
    }

    /** What viewers saw. */
    interface Shown {
        /** All that was shown of a person, by version. */
        SortedMap<Long, Row> rows(String person);

        /** Where a board went back within one connection. */
        List<String> backwards();
    }

    Verdict(Crew crew, Evidence seen) {
        this.crew = crew;
        this.seen = seen;
    }

    /** Empty where every promise was kept. */
    List<String> broken() {
        everyAcceptedPressWasTakenIn();
        everyPressCountsOnce();
        noAnswerIsUndone();
        nobodyIsMentionedAfterAnAnswer();
        everyToldCallWasMentioned();
        broken.addAll(seen.shown().backwards());
        return List.copyOf(broken);
    }

    private void everyAcceptedPressWasTakenIn() {
        seen.presses().stream()
                .filter(press -> press.answer() == Presses.Answer.ACCEPTED)
                .filter(press -> !seen.memory().hasTaken(press.person(), press.id()))
                .forEach(press -> broken.add("accepted and lost: " + press));
    }

    /** Also those whose answer was lost: once they are taken in, they are one press like any other. */
    private void everyPressCountsOnce() {
        for (String person : crew.loaded()) {
            if (Crew.hasTwoButtons(person)) {
                continue;
            }
            long taken = seen.presses().stream()
                    .filter(press -> press.person().equals(person))
                    .filter(press -> seen.memory().hasTaken(person, press.id()))
                    .count();
            Map<String, Integer> calls = calls(person);
            int counted = calls.values().stream().mapToInt(Integer::intValue).sum();
            if (counted != taken) {
                broken.add("%s: %d presses were taken in, but %d counted: %s".formatted(person, taken, counted, calls));
            }
        }
    }

    /** The most that shadow or board ever told of each call. */
    private Map<String, Integer> calls(String person) {
        Map<String, Integer> calls = new TreeMap<>(seen.memory().presses(person));
        for (Row row : seen.shown().rows(person).values()) {
            calls.computeIfPresent(
                    row.call(),
                    (id, presses) ->
                            Math.max(presses, row.json().path("presses").asInt()));
        }
        return calls;
    }

    private void noAnswerIsUndone() {
        for (String person : crew.everybody()) {
            Set<String> answered = new HashSet<>();
            for (Row row : seen.shown().rows(person).values()) {
                if (row.state().equals("running")) {
                    answered.add(row.call());
                } else if (row.state().equals("calling") && answered.contains(row.call()) && !isDeclined(row.call())) {
                    broken.add("an answer was undone: " + row.json());
                }
            }
        }
    }

    private void nobodyIsMentionedAfterAnAnswer() {
        Map<String, Long> answeredAt = new TreeMap<>();
        for (String person : crew.everybody()) {
            for (Row row : seen.shown().rows(person).values()) {
                if (row.state().equals("running")) {
                    answeredAt.putIfAbsent(row.call(), row.seenAt());
                }
            }
        }
        seen.mentions().stream()
                .filter(mention -> !isDeclined(mention.call()))
                .filter(mention -> mention.millis()
                        > answeredAt.getOrDefault(mention.call(), Long.MAX_VALUE - ON_ITS_WAY_MILLIS)
                                + ON_ITS_WAY_MILLIS)
                .forEach(mention -> broken.add("mentioned after the answer: " + mention));
    }

    private void everyToldCallWasMentioned() {
        Set<String> mentioned = new HashSet<>();
        seen.mentions().forEach(mention -> mentioned.add(mention.call()));
        Set<String> toldOnly = told();
        toldOnly.removeAll(mentioned);
        toldOnly.forEach(call -> broken.add("shown as told, but nobody was mentioned: " + call));
    }

    private Set<String> told() {
        Set<String> told = new TreeSet<>();
        for (String person : crew.everybody()) {
            seen.shown().rows(person).values().stream()
                    .filter(row -> row.state().equals("calling")
                            && row.json().path("told").asBoolean())
                    .forEach(row -> told.add(row.call()));
        }
        return told;
    }

    /** Mentions beyond the first of the same number of the same call, and first messages beyond the first of a call. */
    List<Mention> doubled() {
        Set<String> numbers = new HashSet<>();
        Set<String> calls = new HashSet<>();
        List<Mention> doubled = new ArrayList<>();
        for (Mention mention : seen.mentions()) {
            boolean again = !numbers.add(mention.call() + "#" + mention.ordered());
            boolean anotherFirst = mention.isFirst() && !calls.add(mention.call());
            if (again || anotherFirst) {
                doubled.add(mention);
            }
        }
        return doubled;
    }

    /** Calls that there were, whether anybody was told or not. */
    int calls() {
        return crew.loaded().stream()
                .map(seen.memory()::presses)
                .map(Map::keySet)
                .mapToInt(Collection::size)
                .sum();
    }

    private boolean isDeclined(String call) {
        return seen.declined().contains(call);
    }
}
