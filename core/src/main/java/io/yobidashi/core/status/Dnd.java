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
 * @param offHours true where it, or its end, comes of working hours, and not of what somebody asked for
 */
public record Dnd(
        Instant until, @Nullable String standIn, @Nullable String reason, Ledger missed, boolean offHours) {

    /** One that somebody asked for. */
    public Dnd(Instant until, @Nullable String standIn, @Nullable String reason, Ledger missed) {
        this(until, standIn, reason, missed, false);
    }

    public boolean inForceAt(Instant at) {
        return until.isAfter(at);
    }

    public Dnd with(Ledger newMissed) {
        return new Dnd(until, standIn, reason, newMissed, offHours);
    }
}
