package io.yobidashi.core.port;

import io.yobidashi.core.roster.Roster;

/** The roster, which may be edited while the system runs. */
@FunctionalInterface
public interface Rosters {
    /**
     * The roster in force. Never blocks and never fails. Asked once for each event or request, so that nothing is decided
     * half by the old roster and half by the new one.
     */
    Roster current();
}
