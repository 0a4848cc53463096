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
 */
public record Dnd(
        Instant until, @Nullable String standIn, @Nullable String reason, Ledger missed) {

    public boolean inForceAt(Instant at) {
        return until.isAfter(at);
    }

    public Dnd with(Ledger newMissed) {
        return new Dnd(until, standIn, reason, newMissed);
    }
}
