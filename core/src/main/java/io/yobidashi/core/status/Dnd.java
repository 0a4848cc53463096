package io.yobidashi.core.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Do not disturb, in force or noted for after the open call.
 *
 * @param until its end
 * @param standIn who is asked instead, where it is not the roster's stand-in
 * @param reason what the board shows beside it
 * @param missed presses that found nobody free, and how many of them the channel was told
 * @param announcement what became of telling the channel that it has begun
 * @param offHours true where it, or its end, comes of working hours, and not of what somebody asked for
 */
public record Dnd(
        Instant until,
        @Nullable String standIn,
        @Nullable String reason,
        Ledger missed,
        Announcement announcement,
        boolean offHours) {

    /** Whether the channel is to know. */
    public enum Announcement {
        NOT_WANTED,
        OWED,
        MADE
    }

    /** One that somebody asked for, and that nobody is told of until that {@link #announce() is wanted}. */
    public Dnd(Instant until, @Nullable String standIn, @Nullable String reason, Ledger missed) {
        this(until, standIn, reason, missed, Announcement.NOT_WANTED, false);
    }

    public boolean inForceAt(Instant at) {
        return until.isAfter(at);
    }

    public Dnd with(Ledger newMissed) {
        return new Dnd(until, standIn, reason, newMissed, announcement, offHours);
    }

    public Dnd announce() {
        return with(Announcement.OWED);
    }

    public Dnd announced() {
        return with(Announcement.MADE);
    }

    private Dnd with(Announcement newAnnouncement) {
        return new Dnd(until, standIn, reason, missed, newAnnouncement, offHours);
    }
}
