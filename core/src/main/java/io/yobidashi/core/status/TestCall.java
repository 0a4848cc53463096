package io.yobidashi.core.status;

import java.time.Instant;

/**
 * The newest test call (a long press) on a person's row.
 *
 * @param ledger tests noted, and how many of them the channel was told
 */
public record TestCall(String button, Instant at, Ledger ledger) {
    public TestCall with(Ledger newLedger) {
        return new TestCall(button, at, newLedger);
    }
}
