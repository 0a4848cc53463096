package io.yobidashi.ack.answer;

import io.yobidashi.core.roster.Person;
import java.time.ZoneId;

/** Where the times of day are meant that somebody writes. */
@FunctionalInterface
public interface Zones {
    ZoneId of(Person author);
}
