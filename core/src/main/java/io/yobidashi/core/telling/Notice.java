package io.yobidashi.core.telling;

import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.PersonStatus;

/**
 * One message that Slack is owed.
 *
 * @param status the status it tells of
 * @param ledger the account it pays
 */
public record Notice(Kind kind, PersonStatus status, Ledger ledger) {
    /** What a notice says. */
    public enum Kind {
        /** Come, please: to the one asked last. */
        MENTION,
        /** A call is open, and nobody is left to be asked. */
        NOBODY_FREE,
        /** A press came during do not disturb, and nobody in the chain was free. */
        MISSED,
        /** A test call: mentions nobody. */
        TEST
    }
}
