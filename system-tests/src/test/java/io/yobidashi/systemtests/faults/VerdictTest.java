package io.yobidashi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.faults.Boards.Row;
import io.yobidashi.systemtests.faults.Channel.Mention;
import io.yobidashi.systemtests.faults.Presses.Press;
import io.yobidashi.systemtests.running.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Each broken promise is noticed; p01 is pressed twice, mentioned and answers. */
class VerdictTest {
    private static final String CALL = "c1";

    private final List<Press> presses = new ArrayList<>(List.of(press("a", 202), press("b", 202), press("c", 503)));
    private final Set<String> taken = new HashSet<>(Set.of("a", "b"));
    private final Map<String, Integer> counted = new TreeMap<>(Map.of(CALL, 2));
    private final SortedMap<Long, Row> rows =
            new TreeMap<>(Map.of(1L, row("calling", true), 2L, row("running", true), 3L, row("idle", true)));
    private final List<Mention> mentions = new ArrayList<>(List.of(mention("1.000100", 1)));
    private final Set<String> declined = new HashSet<>();

    @Test
    void a_call_as_it_should_be_breaks_nothing() {
        assertThat(verdict().broken()).isEmpty();
        assertThat(verdict().doubled()).isEmpty();
    }

    @Test
    void a_press_that_was_accepted_and_is_nowhere_is_lost() {
        presses.add(press("d", 202));

        assertThat(verdict().broken()).singleElement().asString().contains("accepted and lost", "id=d");
    }

    @Test
    void a_press_without_an_answer_may_be_taken_in_but_then_it_counts() {
        presses.add(press("d", 0));
        assertThat(verdict().broken()).isEmpty();

        taken.add("d");
        assertThat(verdict().broken()).singleElement().asString().contains("3 presses were taken in, but 2 counted");
    }

    @Test
    void a_press_that_counts_twice_is_noticed() {
        counted.put("c2", 1);

        assertThat(verdict().broken()).singleElement().asString().contains("2 presses were taken in, but 3 counted");
    }

    @Test
    void an_answer_is_undone_unless_somebody_cannot_come() {
        rows.put(3L, row("calling", true));
        assertThat(verdict().broken()).singleElement().asString().contains("an answer was undone");

        declined.add(CALL);
        assertThat(verdict().broken()).isEmpty();
    }

    @Test
    void a_mention_long_after_the_answer_is_noticed() {
        mentions.add(mention("9.000100", 2));

        assertThat(verdict().broken()).singleElement().asString().contains("mentioned after the answer");
    }

    @Test
    void a_call_that_only_the_board_calls_told_is_noticed() {
        mentions.clear();

        assertThat(verdict().broken()).singleElement().asString().contains("nobody was mentioned");
    }

    @Test
    void the_same_mention_and_another_first_message_are_one_too_many() {
        mentions.add(new Mention("1.000200", "1.000100", "p01", CALL, 1, "UP01"));
        mentions.add(mention("1.000300", 2));

        assertThat(verdict().doubled()).extracting(Mention::ts).containsExactly("1.000200", "1.000300");
    }

    private Verdict verdict() {
        Verdict.Memory memory = new Verdict.Memory() {
            @Override
            public boolean hasTaken(String person, String event) {
                return taken.contains(event);
            }

            @Override
            public Map<String, Integer> presses(String person) {
                return person.equals("p01") ? counted : Map.of();
            }
        };
        Verdict.Shown shown = new Verdict.Shown() {
            @Override
            public SortedMap<Long, Row> rows(String person) {
                return person.equals("p01") ? rows : new TreeMap<>();
            }

            @Override
            public List<String> backwards() {
                return List.of();
            }
        };
        return new Verdict(new Crew(2), new Verdict.Evidence(presses, memory, shown, mentions, declined));
    }

    private static Press press(String id, int status) {
        return new Press(id, "GP01", "p01", status);
    }

    /** Seen one second after the epoch. */
    private static Row row(String state, boolean told) {
        String call = state.equals("idle") ? "null" : "\"" + CALL + "\"";
        JsonNode json =
                Json.parse("{\"state\":\"%s\",\"call\":%s,\"told\":%s,\"presses\":1}".formatted(state, call, told));
        return new Row(json, 1_000);
    }

    private static Mention mention(String ts, int ordered) {
        return new Mention(ts, ts, "p01", CALL, ordered, "UP01");
    }
}
