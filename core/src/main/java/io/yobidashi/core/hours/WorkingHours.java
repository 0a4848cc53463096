package io.yobidashi.core.hours;

import io.yobidashi.core.hours.Span.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When somebody works, the same every week. Immutable.
 *
 * @param zone where the times of day are meant, and where this person is
 * @param week the stretches that begin on each day; without any, work never ends
 */
public record WorkingHours(ZoneId zone, Map<DayOfWeek, List<Span>> week) {
    /** More than a week with a stretch left out by a clock change: the one before and the one after are found. */
    private static final int DAYS = 15;

    /** @throws IllegalArgumentException where a week is given that has no stretch in it */
    public WorkingHours {
        week = week.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
        if (!week.isEmpty() && week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a week without work");
        }
    }

    /** No hours: work never ends. */
    public static WorkingHours always(ZoneId zone) {
        return new WorkingHours(zone, Map.of());
    }

    /** The instant of opening is within the hours, that of closing is not. */
    public boolean openAt(Instant at) {
        return week.isEmpty() || around(at).anyMatch(shift -> shift.holds(at));
    }

    /** The first instant within the hours that is not before {@code at}. */
    public Instant openFrom(Instant at) {
        if (openAt(at)) {
            return at;
        }
        return around(at)
                .map(Shift::opening)
                .filter(opening -> opening.isAfter(at))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When the hours ended last before an instant that is outside of them. */
    public Instant closedSince(Instant at) {
        return around(at)
                .map(Shift::closing)
                .filter(closing -> !closing.isAfter(at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The shifts of some weeks, but for those that a clock change leaves out. */
    private Stream<Shift> around(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-DAYS, DAYS)
                .mapToObj(day::plusDays)
                .flatMap(date -> week.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                        .map(span -> span.on(date, zone)))
                .filter(shift -> shift.opening().isBefore(shift.closing()));
    }
}
