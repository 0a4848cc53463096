package io.yobidashi.core.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday to Friday with lunch, Saturday over midnight, Sunday closed. 2026-11-23 is a Monday. */
    private static final WorkingHours BOOTH = new WorkingHours(TOKYO, booth());

    private static Map<DayOfWeek, List<Span>> booth() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(span("09:00", "12:00"), span("13:00", "18:00")));
        }
        week.put(DayOfWeek.SATURDAY, List.of(span("22:00", "02:00")));
        week.remove(DayOfWeek.SUNDAY);
        return week;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59.999, 2026-11-23T09:00, 2026-11-22T02:00",
        "2026-11-23T09:00,        open,             -",
        "2026-11-23T11:59:59.999, open,             -",
        "2026-11-23T12:00,        2026-11-23T13:00, 2026-11-23T12:00",
        "2026-11-23T13:00,        open,             -",
        "2026-11-23T18:00,        2026-11-24T09:00, 2026-11-23T18:00",
        "2026-11-23T23:59:59,     2026-11-24T09:00, 2026-11-23T18:00",
        "2026-11-24T00:00,        2026-11-24T09:00, 2026-11-23T18:00",
        "2026-11-27T18:00,        2026-11-28T22:00, 2026-11-27T18:00",
        "2026-11-28T22:00,        open,             -",
        "2026-11-29T00:00,        open,             -",
        "2026-11-29T01:59:59.999, open,             -",
        "2026-11-29T02:00,        2026-11-30T09:00, 2026-11-29T02:00",
        "2026-11-29T23:00,        2026-11-30T09:00, 2026-11-29T02:00"
    })
    void the_edges_of_a_week(LocalDateTime local, String opening, String closed) {
        Instant at = local.atZone(TOKYO).toInstant();
        boolean open = opening.equals("open");

        assertThat(BOOTH.openAt(at)).isEqualTo(open);
        assertThat(BOOTH.openFrom(at)).isEqualTo(open ? at : instant(opening));
        if (!open) {
            assertThat(BOOTH.closedSince(at)).isEqualTo(instant(closed));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Clocks go forward on 2026-03-29 at 02:00 to 03:00, back on 2026-10-25 at 03:00 to 02:00.
        "01:00, 02:30, 2026-03-29T00:00Z, 2026-03-29T01:00Z",
        "02:30, 04:00, 2026-03-29T01:00Z, 2026-03-29T02:00Z",
        "09:00, 17:00, 2026-03-29T07:00Z, 2026-03-29T15:00Z",
        "22:00, 06:00, 2026-03-28T21:00Z, 2026-03-29T04:00Z",
        "22:00, 06:00, 2026-10-24T20:00Z, 2026-10-25T05:00Z",
        "02:00, 02:30, 2026-10-25T00:00Z, 2026-10-25T01:30Z",
        "02:30, 04:00, 2026-10-25T00:30Z, 2026-10-25T03:00Z",
        "09:00, 17:00, 2026-10-25T08:00Z, 2026-10-25T16:00Z"
    })
    void on_the_days_when_clocks_change(String from, String to, String opening, String closing) {
        WorkingHours daily = daily(BERLIN, span(from, to));
        Instant opens = ZonedDateTime.parse(opening).toInstant();
        Instant closes = ZonedDateTime.parse(closing).toInstant();

        assertThat(daily.openAt(opens.minusMillis(1))).isFalse();
        assertThat(daily.openFrom(opens.minusMillis(1))).isEqualTo(opens);
        assertThat(daily.openAt(opens)).isTrue();
        assertThat(daily.openAt(closes.minusMillis(1))).isTrue();
        assertThat(daily.openAt(closes)).isFalse();
        assertThat(daily.closedSince(closes)).isEqualTo(closes);
    }

    @Test
    void hours_that_a_clock_change_leaves_out_begin_on_the_next_of_their_days() {
        WorkingHours sundayNights = new WorkingHours(BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(span("02:00", "03:00"))));

        assertThat(sundayNights.openFrom(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-04-05T00:00:00Z"));
        assertThat(sundayNights.closedSince(Instant.parse("2026-04-04T12:00:00Z")))
                .isEqualTo(Instant.parse("2026-03-22T02:00:00Z"));
    }

    @Test
    void spans_that_meet_at_midnight_have_no_gap() {
        WorkingHours night = daily(TOKYO, span("00:00", "06:00"), span("20:00", "00:00"));
        Instant midnight = instant("2026-11-24T00:00");

        assertThat(night.openAt(midnight.minusMillis(1))).isTrue();
        assertThat(night.openAt(midnight)).isTrue();
        assertThat(daily(TOKYO, span("00:00", "00:00")).openAt(midnight)).isTrue();
    }

    @Test
    void without_hours_work_never_ends() {
        assertThat(WorkingHours.always(TOKYO).openAt(Instant.EPOCH)).isTrue();
        assertThat(WorkingHours.always(TOKYO).openFrom(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThatThrownBy(() -> new WorkingHours(TOKYO, Map.of(DayOfWeek.MONDAY, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Against the plain meaning of hours: the wall clock is within them. True wherever no hour comes twice. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tokyo", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"})
    void at_any_instant_in_any_zone_open_means_that_the_wall_clock_is_within_a_span(String zone) {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            WorkingHours hours = new WorkingHours(ZoneId.of(zone), randomWeek(random));
            ZonedDateTime at = Instant.parse("2026-01-01T00:00:00Z")
                    .plus(Duration.ofMinutes(random.nextInt(365 * 24 * 60)))
                    .atZone(hours.zone());
            Instant instant = at.toInstant();
            if (!nearRepeatedHour(at)) {
                assertThat(hours.openAt(instant)).as("%s at %s", hours, at).isEqualTo(wallClockWithin(hours, at));
            }
            Instant from = hours.openFrom(instant);
            assertThat(hours.openAt(from)).isTrue();
            assertThat(from.equals(instant)).isEqualTo(hours.openAt(instant));
            if (!from.equals(instant)) {
                Instant since = hours.closedSince(instant);
                assertThat(since).isBeforeOrEqualTo(instant);
                assertThat(hours.openAt(from.minusMillis(1))).isFalse();
                assertThat(hours.openAt(since)).isFalse();
                assertThat(hours.openAt(since.minusMillis(1))).isTrue();
                assertThat(hours.openFrom(since)).isEqualTo(from);
            }
        }
    }

    private static boolean nearRepeatedHour(ZonedDateTime at) {
        return !at.minusHours(3).getOffset().equals(at.plusHours(3).getOffset());
    }

    private static boolean wallClockWithin(WorkingHours hours, ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        return hours.week().getOrDefault(at.getDayOfWeek(), List.of()).stream()
                        .anyMatch(span -> !time.isBefore(span.from())
                                && (time.isBefore(span.to()) || !span.to().isAfter(span.from())))
                || hours.week().getOrDefault(at.getDayOfWeek().minus(1), List.of()).stream()
                        .anyMatch(span -> !span.to().isAfter(span.from()) && time.isBefore(span.to()));
    }

    private static Map<DayOfWeek, List<Span>> randomWeek(Random random) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(randomSpan(random)));
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Span> spans = new ArrayList<>(week.getOrDefault(day, List.of()));
            for (int i = random.nextInt(3); i > 0; i--) {
                spans.add(randomSpan(random));
            }
            week.put(day, spans);
        }
        return week;
    }

    private static Span randomSpan(Random random) {
        LocalTime from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
        return new Span(from, from.plusMinutes(15L * (1 + random.nextInt(60))));
    }

    private static WorkingHours daily(ZoneId zone, Span... spans) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(spans));
        }
        return new WorkingHours(zone, week);
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }
}
