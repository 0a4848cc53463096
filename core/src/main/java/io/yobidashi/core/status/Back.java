package io.yobidashi.core.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody can be called again, which the channel has still to be told.
 *
 * @param at when do not disturb ended
 * @param claim who is telling it just now
 */
public record Back(Instant at, @Nullable String claim) {
    public Ledger ledger() {
        return new Ledger(1, 0, claim);
    }

    public Back with(Ledger ledger) {
        return new Back(at, ledger.claim());
    }
}
