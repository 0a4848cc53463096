package io.yobidashi.core.rules;

import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * On what terms somebody can be called.
 *
 * @param policy how long things may last on their row
 * @param hours when they work: outside of it they count as not to be disturbed
 */
public record Terms(Policy policy, WorkingHours hours) {
    public static final Terms DEFAULT = new Terms(Policy.DEFAULT, WorkingHours.always(ZoneOffset.UTC));

    /**
     * What a row counts as at an instant, for decisions and for whoever looks: a do not disturb that is over is gone, and
     * outside working hours there is one until they begin again.
     *
     * @param row what the shadow says
     */
    public PersonStatus effective(PersonStatus row, Instant at) {
        return OffHours.effective(row, hours, at);
    }
}
