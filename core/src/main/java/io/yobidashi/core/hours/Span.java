package io.yobidashi.core.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * A stretch of work that begins on some day.
 *
 * @param to its end, which is no longer part of it; on the next day where it is not after {@code from}, so that equal
 *     ends are 24 hours
 */
public record Span(LocalTime from, LocalTime to) {

    /** This stretch on one day. */
    Shift on(LocalDate day, ZoneId zone) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Shift(instant(day.atTime(from), zone, Meaning.FIRST), instant(last.atTime(to), zone, Meaning.LAST));
    }

    /** Where clocks go back, a time of day comes twice; where they go forward, times that are left out are one instant. */
    private static Instant instant(LocalDateTime local, ZoneId zone, Meaning meaning) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return meaning == Meaning.FIRST
                ? local.atZone(zone).toInstant()
                : local.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private enum Meaning {
        FIRST,
        LAST
    }

    /** A stretch of work in the flow of time: from {@code opening}, up to and without {@code closing}. */
    record Shift(Instant opening, Instant closing) {
        boolean holds(Instant at) {
            return !at.isBefore(opening) && at.isBefore(closing);
        }
    }
}
