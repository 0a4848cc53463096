package io.yobidashi.ack.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time as people say it. */
public sealed interface When {
    /** @param zone where a time of day is meant */
    Instant from(Instant at, ZoneId zone);

    /** So long from now. */
    record After(Duration duration) implements When {
        @Override
        public Instant from(Instant at, ZoneId zone) {
            return at.plus(duration);
        }
    }

    /** A time of day: the next one. */
    record At(LocalTime time) implements When {
        @Override
        public Instant from(Instant at, ZoneId zone) {
            ZonedDateTime today = at.atZone(zone).with(time);
            Instant soon = today.toInstant();
            return soon.isAfter(at) ? soon : today.plusDays(1).toInstant();
        }
    }
}
