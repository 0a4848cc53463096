package io.yobidashi.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work is from 9 to 18 on each day; the day is a Monday. */
class OffHoursTest {
    private static final String DAY = "2026-11-23T";
    private static final String REASON = "勤務時間外 / off hours";
    private static final WorkingHours NINE_TO_SIX = new WorkingHours(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            day -> day, day -> List.of(new Span(LocalTime.of(9, 0), LocalTime.of(18, 0))))));
    private static final Terms TERMS = new Terms(Policy.DEFAULT, NINE_TO_SIX);
    private static final PersonStatus IDLE = PersonStatus.unknown("sato").idle(at("10:00"));

    @ParameterizedTest
    @CsvSource({
        "08:59:59.999, dnd,  2026-11-23T09:00:00Z, 2026-11-23T10:00:00Z",
        "09:00,        idle, ,                     2026-11-23T10:00:00Z",
        "17:59:59.999, idle, ,                     2026-11-23T10:00:00Z",
        "18:00,        dnd,  2026-11-24T09:00:00Z, 2026-11-23T18:00:00Z",
        "23:59:59.999, dnd,  2026-11-24T09:00:00Z, 2026-11-23T18:00:00Z"
    })
    void who_is_idle_counts_as_on_dnd_outside_hours(String time, String state, Instant until, Instant since) {
        PersonStatus seen = TERMS.effective(IDLE, at(time));

        assertThat(seen.state().wire()).isEqualTo(state);
        assertThat(seen.until()).isEqualTo(until);
        assertThat(seen.since()).isEqualTo(since);
        assertThat(seen.dnd() == null).isEqualTo(until == null);
    }

    @Test
    void who_became_idle_after_closing_is_off_since_then() {
        PersonStatus late = IDLE.idle(at("18:03"));

        assertThat(TERMS.effective(late, at("18:05")).since()).isEqualTo(at("18:03"));
    }

    @ParameterizedTest(name = "dnd until {0}, seen at {1}: until {2}, {3}")
    @CsvSource({
        // Over before, and over at the very instant: the hours alone.
        "2026-11-23T18:30:00Z, 18:30, 2026-11-24T09:00:00Z, off hours",
        // Ends inside the time off hours: until the opening.
        "2026-11-23T18:30:00Z, 18:29, 2026-11-24T09:00:00Z, off hours",
        // Ends with the opening, and after it, within hours: its own end.
        "2026-11-24T09:00:00Z, 18:29, 2026-11-24T09:00:00Z, lunch",
        "2026-11-24T10:00:00Z, 18:29, 2026-11-24T10:00:00Z, lunch",
        // Ends in a later time off hours: the opening after that.
        "2026-11-24T18:00:00Z, 18:29, 2026-11-25T09:00:00Z, lunch",
        "2026-11-24T23:00:00Z, 18:29, 2026-11-25T09:00:00Z, lunch",
        // Within hours it counts as it stands.
        "2026-11-23T18:30:00Z, 17:59, 2026-11-23T18:30:00Z, lunch"
    })
    void the_end_of_a_dnd_and_of_the_time_off_hours_both_count(Instant dnd, String time, Instant until, String why) {
        Dnd lunch = new Dnd(dnd, "tanaka", "lunch", Ledger.EMPTY);

        for (PersonStatus row :
                List.of(IDLE.disturbedNot(lunch, at("17:00")), calling().noting(lunch))) {
            PersonStatus seen = TERMS.effective(row, at(time));
            assertThat(seen.dnd().until()).isEqualTo(until);
            assertThat(seen.dnd().reason()).isEqualTo(why.equals("lunch") ? "lunch" : REASON);
            assertThat(seen.dnd().standIn()).isEqualTo(dnd.isAfter(at(time)) ? "tanaka" : null);
            assertThat(seen.state()).isEqualTo(row.call() == null ? State.DND : State.CALLING);
        }
    }

    @Test
    void a_missed_press_is_kept_until_the_opening_with_its_own_reset() {
        Decision.Change missed = change(IDLE, press("p1", at("19:00"), Chain.NONE));

        assertThat(missed.reason()).isEqualTo(Reason.MISSED);
        assertThat(missed.next().state()).isEqualTo(State.DND);
        assertThat(missed.next().dnd().missed()).isEqualTo(new Ledger(1, 0, null));
        Instant opening = Instant.parse("2026-11-24T09:00:00Z");
        assertThat(missed.timers()).containsExactly(Delayed.of(new Reset("sato", null, 0, State.DND, opening)));

        Decision.Change again = change(missed.next(), press("p2", at("19:01"), Chain.NONE));
        assertThat(again.next().dnd().missed().ordered()).isEqualTo(2);
        assertThat(again.timers()).isEmpty();

        assertThat(TERMS.effective(again.next(), opening).state()).isEqualTo(State.IDLE);
        Decision reset = rules().decide(
                        again.next(),
                        new Event.ResetDue(opening, new Reset("sato", null, 0, State.DND, opening), Chain.NONE));
        assertThat(((Decision.Change) reset).next().state()).isEqualTo(State.IDLE);
    }

    @Test
    void what_was_kept_does_not_outlive_hours_that_were_changed_to_begin_earlier() {
        PersonStatus kept = change(IDLE, press("p1", at("19:00"), Chain.NONE)).next();

        assertThat(Terms.DEFAULT.effective(kept, at("19:01")).state()).isEqualTo(State.IDLE);
        Decision.Change called =
                (Decision.Change) new Rules(Terms.DEFAULT).decide(kept, press("p2", at("19:01"), Chain.NONE));
        assertThat(called.next().state()).isEqualTo(State.CALLING);
        assertThat(called.next().dnd()).isNull();
    }

    @Test
    void a_dnd_that_was_asked_for_is_written_as_it_was_asked_for() {
        Dnd lunch = new Dnd(at("18:30"), "tanaka", "lunch", Ledger.EMPTY);

        Decision.Change missed = change(IDLE.disturbedNot(lunch, at("17:00")), press("p1", at("18:10"), Chain.NONE));

        assertThat(missed.next().dnd()).isEqualTo(lunch.with(new Ledger(1, 0, null)));
        assertThat(missed.next().until()).isEqualTo(at("18:30"));
    }

    @Test
    void a_test_call_off_hours_changes_nothing_else() {
        Event.Pressed test = new Event.Pressed("t1", at("19:00"), "B1", Click.LONG, at("19:00"), Chain.NONE);

        PersonStatus after = change(IDLE, test).next();

        assertThat(after.test()).isNotNull();
        assertThat(after).isEqualTo(IDLE.with(after.test()).taken("t1"));
    }

    @Test
    void nobody_can_end_the_time_off_hours_but_a_dnd_in_it_can_be_ended() {
        Event.DndOff off = new Event.DndOff("e", at("19:00"));
        PersonStatus lunch = IDLE.disturbedNot(new Dnd(at("20:00"), null, "lunch", Ledger.EMPTY), at("17:00"));

        assertThat(rules().decide(IDLE, off))
                .isEqualTo(new Decision.Change(IDLE.taken("e"), List.of(), Reason.DND_NOT_SET));
        assertThat(change(lunch, off).next().state()).isEqualTo(State.IDLE);
    }

    /** Rows that random events write, on random terms of time: what is written has no trace of hours but misses. */
    @Test
    void nothing_is_written_for_hours_but_what_they_miss_and_nobody_is_asked_outside_of_theirs() {
        Random random = new Random(11);
        for (int story = 0; story < 300; story++) {
            PersonStatus row = IDLE;
            Instant now = at("16:00");
            for (int i = 0; i < 30; i++) {
                now = now.plus(Duration.ofSeconds(random.nextInt(1800)));
                Decision decision = rules().decide(row, random(random, row, i, now));
                if (decision instanceof Decision.Change change) {
                    assertNotAsked(row, change.next(), now);
                    row = change.next();
                }
                Dnd dnd = row.dnd();
                assertThat(dnd == null || !dnd.offHours() || dnd.missed().ordered() > 0)
                        .as("%s", row)
                        .isTrue();
                PersonStatus seen = TERMS.effective(row, now);
                assertThat(seen.dnd() != null)
                        .isEqualTo(!NINE_TO_SIX.openAt(now) || row.at(now).dnd() != null);
                assertThat(seen.openCall()).isEqualTo(row.openCall());
            }
        }
    }

    private static void assertNotAsked(PersonStatus before, PersonStatus after, Instant now) {
        int orderedBefore =
                before.openCall().map(call -> call.ledger().ordered()).orElse(0);
        boolean asked = after.openCall()
                .filter(call -> !before.hasCall(call.id()) || call.ledger().ordered() > orderedBefore)
                .filter(call -> call.asked().last().equals("sato"))
                .isPresent();
        assertThat(asked && !NINE_TO_SIX.openAt(now))
                .as("asked at %s: %s", now, after)
                .isFalse();
    }

    private static Event random(Random random, PersonStatus row, int i, Instant now) {
        Chain chain = random.nextBoolean() ? Chain.NONE : new Chain(List.of("suzuki"), Set.of());
        Call call = row.call();
        return switch (random.nextInt(call == null ? 4 : 7)) {
            case 0, 1 -> press("p" + i, now, chain);
            case 2 -> new Event.DndOn("d" + i, now, dndFor(random, now), chain);
            case 3 -> new Event.DndOff("o" + i, now);
            case 4 -> new Event.Cannot("c" + i, now, null, row.call().asked().last(), chain);
            case 5 -> new Event.Ok("k" + i, now, null, new Response("sato", null, null));
            default ->
                random.nextBoolean()
                        ? new Event.ResetDue(now, resetOf(row), chain)
                        : new Event.ReminderDue(now, reminderOf(row, now), chain);
        };
    }

    private static Dnd dndFor(Random random, Instant now) {
        return new Dnd(now.plus(Duration.ofMinutes(random.nextInt(240))), null, "lunch", Ledger.EMPTY);
    }

    private static Reset resetOf(PersonStatus row) {
        return new Reset("sato", row.call().id(), row.call().progress().round(), row.state(), row.until());
    }

    private static Reminder reminderOf(PersonStatus row, Instant now) {
        return new Reminder(
                "sato",
                row.call().id(),
                row.call().progress().round(),
                row.call().progress().step() + 1,
                now);
    }

    private static PersonStatus calling() {
        Call call = Call.open("CALL", new Origin("B1", Click.SINGLE, at("17:00")), Asked.first("sato"));
        return IDLE.calling(call, at("17:00"), Instant.parse("2026-11-25T00:00:00Z"));
    }

    private static Event press(String id, Instant now, Chain chain) {
        return new Event.Pressed(id, now, "B1", Click.SINGLE, now, chain);
    }

    private static Decision.Change change(PersonStatus row, Event event) {
        return (Decision.Change) rules().decide(row, event);
    }

    private static Rules rules() {
        return new Rules(TERMS);
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + (time.length() == 5 ? time + ":00Z" : time + "Z"));
    }
}
