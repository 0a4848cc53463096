package io.yobidashi.core.rules;

import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Outside working hours somebody counts as on do not disturb, by the clock alone: nothing is written when hours begin
 * or end. Only what a press in that time counts has to be kept, so only then such a do not disturb is written.
 */
final class OffHours {
    /** What is shown as the reason, in both languages at once, as anybody's own words would be. */
    private static final String REASON = "勤務時間外 / off hours";

    private OffHours() {}

    static PersonStatus effective(PersonStatus row, WorkingHours hours, Instant at) {
        PersonStatus now = row.at(at);
        if (hours.openAt(at)) {
            return isOffHours(now.dnd()) ? without(now, at) : now;
        }
        Dnd dnd = closed(now.dnd(), hours, at);
        return switch (now.state()) {
            case IDLE -> now.disturbedNot(dnd, later(now.since(), hours.closedSince(at)));
            case DND -> now.disturbedNot(dnd, now.since());
            case CALLING, RUNNING -> now.noting(dnd);
        };
    }

    /**
     * What is to be written of a row that was decided on its effective status.
     *
     * @param before the row as it was, without a do not disturb that is over
     */
    static PersonStatus written(PersonStatus next, PersonStatus before) {
        Dnd dnd = next.dnd();
        if (dnd == null || !dnd.offHours()) {
            return next;
        }
        Dnd asked = before.dnd();
        if (asked != null && !asked.offHours()) {
            return with(next, asked.with(dnd.missed()));
        }
        if (dnd.missed().ordered() > 0) {
            return next;
        }
        return without(next, before.state() == State.IDLE ? before.since() : next.since());
    }

    /** Until when, where hours and what the person asked for both count. */
    private static Dnd closed(@Nullable Dnd dnd, WorkingHours hours, Instant at) {
        Instant opening = hours.openFrom(at);
        if (dnd == null || dnd.offHours()) {
            Ledger missed = dnd == null ? Ledger.EMPTY : dnd.missed();
            return new Dnd(opening, null, REASON, missed, Dnd.Announcement.NOT_WANTED, true);
        }
        Instant until = hours.openFrom(dnd.until());
        if (until.equals(dnd.until())) {
            return dnd;
        }
        String reason = dnd.until().isAfter(opening) ? dnd.reason() : REASON;
        return new Dnd(until, dnd.standIn(), reason, dnd.missed(), dnd.announcement(), true);
    }

    private static PersonStatus with(PersonStatus status, Dnd dnd) {
        return status.state() == State.DND ? status.disturbedNot(dnd, status.since()) : status.noting(dnd);
    }

    private static PersonStatus without(PersonStatus status, Instant idleSince) {
        return status.state() == State.DND ? status.idle(idleSince) : status.noting(null);
    }

    private static boolean isOffHours(@Nullable Dnd dnd) {
        return dnd != null && dnd.offHours();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
