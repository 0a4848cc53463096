package io.yobidashi.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.rules.Event.Cannot;
import io.yobidashi.core.rules.Event.DndOff;
import io.yobidashi.core.rules.Event.DndOn;
import io.yobidashi.core.rules.Event.Ok;
import io.yobidashi.core.rules.Event.Pressed;
import io.yobidashi.core.rules.Event.ReminderDue;
import io.yobidashi.core.rules.Event.ResetDue;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status against every event, as the design's table has it. The rows stand in rules-table.txt: the status, the
 * event, why it was decided so, what the row says afterwards, and the timers that go out.
 */
class RulesTableTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant UNTIL = NOW.plusSeconds(240);
    private static final Instant DND_UNTIL = NOW.plus(Duration.ofHours(1));
    private static final Chain SUZUKI_FREE = new Chain(List.of("suzuki", "tanaka"), Set.of());
    private static final Rules RULES = new Rules(Terms.DEFAULT);

    private static final Map<String, PersonStatus> STATUSES = statuses();
    private static final Map<String, Event> EVENTS = events();

    static List<Row> rows() throws IOException {
        try (var table = RulesTableTest.class.getResourceAsStream("/rules-table.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("|") && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_table_holds(Row row) {
        Decision decision = RULES.decide(STATUSES.get(row.status()), EVENTS.get(row.event()));

        assertThat(Row.of(row.status(), row.event(), decision)).isEqualTo(row);
    }

    @Test
    void the_table_has_every_status_against_every_event() throws IOException {
        List<String> wanted = STATUSES.keySet().stream()
                .flatMap(status -> EVENTS.keySet().stream().map(event -> status + " / " + event))
                .toList();

        assertThat(rows()).extracting(row -> row.status() + " / " + row.event()).containsExactlyElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void an_event_that_comes_again_changes_nothing(Row row) {
        Event event = EVENTS.get(row.event());
        if (RULES.decide(STATUSES.get(row.status()), event) instanceof Decision.Change change) {
            assertThat(RULES.decide(change.next(), event)).isEqualTo(new Decision.Stay(Reason.DUPLICATE));
        }
    }

    private static Map<String, PersonStatus> statuses() {
        PersonStatus idle = PersonStatus.unknown("sato");
        Call open = Call.open("CALL", new Origin("B1", Click.SINGLE, BEFORE), Asked.first("sato"));
        Call suzukiAsked = open.ask("suzuki").reached(2);
        Call groupAsked = suzukiAsked.ask("tanaka").ask(Asked.GROUP).reached(3);
        Dnd dnd = new Dnd(DND_UNTIL, null, "lunch", Ledger.EMPTY);
        PersonStatus calling = idle.calling(open, BEFORE, UNTIL);
        PersonStatus running = idle.running(open.answered(new Response("sato", "3 min", null)), BEFORE, UNTIL);

        Map<String, PersonStatus> statuses = new LinkedHashMap<>();
        statuses.put("idle", idle);
        statuses.put("calling", calling);
        statuses.put("calling, suzuki asked", idle.calling(suzukiAsked, BEFORE, UNTIL));
        statuses.put("calling, all asked", idle.calling(groupAsked, BEFORE, UNTIL));
        statuses.put("calling, booth waits", idle.calling(open.waitingToo("B9"), BEFORE, UNTIL));
        statuses.put("running", running);
        statuses.put(
                "running, tanaka comes",
                idle.running(suzukiAsked.answered(new Response("tanaka", null, null)), BEFORE, UNTIL));
        statuses.put("running, dnd noted", running.noting(dnd));
        statuses.put("dnd", idle.disturbedNot(dnd, BEFORE));
        statuses.put("dnd that is over", idle.disturbedNot(new Dnd(NOW, null, null, Ledger.EMPTY), BEFORE));
        return statuses;
    }

    private static Map<String, Event> events() {
        Map<String, Event> events = new LinkedHashMap<>();
        events.put("press", press("B1", Click.SINGLE, SUZUKI_FREE));
        events.put("press, none free", press("B1", Click.SINGLE, Chain.NONE));
        events.put("press, other booth", press("B9", Click.SINGLE, SUZUKI_FREE));
        events.put("double", press("B1", Click.DOUBLE, SUZUKI_FREE));
        events.put("double, none free", press("B1", Click.DOUBLE, Chain.NONE));
        events.put("long", press("B1", Click.LONG, SUZUKI_FREE));
        events.put("ok by sato", ok("sato", null));
        events.put("ok by tanaka, eta 10 min", ok("tanaka", NOW.plusSeconds(600)));
        events.put("ok for another call", new Ok("e", NOW, "OTHER", new Response("sato", null, null)));
        events.put("can't by sato", cannot("sato", SUZUKI_FREE));
        events.put("can't by suzuki", cannot("suzuki", new Chain(List.of("tanaka"), Set.of("suzuki"))));
        events.put("can't by tanaka, none free", cannot("tanaka", Chain.NONE));
        events.put("reset of calling", new ResetDue(NOW, reset(State.CALLING), Chain.NONE));
        events.put("reset of running", new ResetDue(NOW, reset(State.RUNNING), Chain.NONE));
        events.put(
                "reset of other round",
                new ResetDue(NOW, new Reset("sato", "CALL", 2, State.CALLING, UNTIL), Chain.NONE));
        events.put(
                "reset of other until",
                new ResetDue(NOW, new Reset("sato", "CALL", 1, State.CALLING, UNTIL.plusMillis(1)), Chain.NONE));
        events.put(
                "reset of other call",
                new ResetDue(NOW, new Reset("sato", "OTHER", 1, State.CALLING, UNTIL), Chain.NONE));
        events.put(
                "reset of dnd", new ResetDue(DND_UNTIL, new Reset("sato", null, 0, State.DND, DND_UNTIL), Chain.NONE));
        events.put("reset of old dnd", new ResetDue(NOW, new Reset("sato", null, 0, State.DND, NOW), Chain.NONE));
        events.put("reminder 1", reminder(1, SUZUKI_FREE));
        events.put("reminder 1, suzuki away", reminder(1, new Chain(List.of("tanaka"), Set.of("suzuki"))));
        events.put("reminder 2", reminder(2, SUZUKI_FREE));
        events.put("reminder 2, none free", reminder(2, Chain.NONE));
        events.put("reminder 3", reminder(3, SUZUKI_FREE));
        events.put(
                "reminder of other call", new ReminderDue(NOW, new Reminder("sato", "OTHER", 1, 3, NOW), SUZUKI_FREE));
        events.put(
                "dnd on",
                new DndOn("e", NOW, new Dnd(NOW.plusSeconds(1800), "tanaka", null, Ledger.EMPTY), SUZUKI_FREE));
        events.put("dnd on, over already", new DndOn("e", NOW, new Dnd(NOW, null, null, Ledger.EMPTY), Chain.NONE));
        events.put("dnd off", new DndOff("e", NOW));
        return events;
    }

    private static Event press(String button, Click click, Chain chain) {
        return new Pressed("e", NOW, button, click, NOW.minusMillis(300), chain);
    }

    private static Event ok(String by, Instant eta) {
        return new Ok("e", NOW, null, new Response(by, "soon", eta));
    }

    private static Event cannot(String by, Chain chain) {
        return new Cannot("e", NOW, "CALL", by, chain);
    }

    private static Event reminder(int step, Chain chain) {
        return new ReminderDue(NOW, new Reminder("sato", "CALL", 1, step, NOW), chain);
    }

    private static Reset reset(State state) {
        return new Reset("sato", "CALL", 1, state, UNTIL);
    }

    record Row(String status, String event, String reason, String after, String timers) {
        static Row parse(String line) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        static Row of(String status, String event, Decision decision) {
            return decision instanceof Decision.Change change
                    ? new Row(status, event, name(change), text(change.next()), timers(change.timers()))
                    : new Row(status, event, name(decision), "", "");
        }

        private static String name(Decision decision) {
            return decision.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        private static String text(PersonStatus status) {
            Call call = status.call();
            String text = status.state().wire() + " " + offset(status.since()) + ".." + offset(status.until());
            if (call != null) {
                text += " asked=" + String.join(",", call.asked().people())
                        + " x" + call.progress().presses()
                        + " round " + call.progress().round() + "."
                        + call.progress().step()
                        + " owed " + call.ledger().ordered()
                        + (call.origin().button().equals("B1")
                                ? ""
                                : " at " + call.origin().button())
                        + (call.asked().declined().isEmpty()
                                ? ""
                                : " declined=" + String.join(",", call.asked().declined()))
                        + (call.asked().nobody() ? " nobody" : "")
                        + (call.waiting().isEmpty() ? "" : " waiting=" + String.join(",", call.waiting()))
                        + (call.response() == null
                                ? ""
                                : " by=" + call.response().by());
            }
            return text
                    + (status.dnd() == null
                            ? ""
                            : " dnd.." + offset(status.dnd().until()) + " missed "
                                    + status.dnd().missed().ordered())
                    + (status.last() == null
                            ? ""
                            : " last=" + status.last().outcome().wire())
                    + (status.test() == null
                            ? ""
                            : " test owed " + status.test().ledger().ordered());
        }

        private static String timers(List<Delayed> timers) {
            return timers.stream()
                    .map(timer -> (timer.message() instanceof Reset reset
                                    ? "reset " + reset.state().wire()
                                            + (reset.callId() == null ? "" : " r" + reset.round())
                                    : "reminder " + ((Reminder) timer.message()).step())
                            + "@" + offset(timer.due()))
                    .collect(Collectors.joining(", "));
        }

        private static String offset(Instant instant) {
            if (instant == null || instant.equals(Instant.EPOCH)) {
                return "-";
            }
            return String.valueOf(Duration.between(NOW, instant).toSeconds());
        }
    }

    /** Prints the table as the rules have it now, to be read against the design before it replaces the file. */
    public static void main(String[] args) {
        Stream.of(STATUSES.keySet().toArray(String[]::new)).forEach(status -> {
            for (String event : EVENTS.keySet()) {
                Row row = Row.of(status, event, RULES.decide(STATUSES.get(status), EVENTS.get(event)));
                System.out.printf(
                        "%-22s | %-26s | %-24s | %s | %s%n", status, event, row.reason(), row.after(), row.timers());
            }
            System.out.println();
        });
    }
}
