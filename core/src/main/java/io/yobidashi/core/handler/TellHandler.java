package io.yobidashi.core.handler;

import io.yobidashi.core.message.Tell;
import io.yobidashi.core.roster.Roster;

/** Looks what a person's row owes Slack, and pays it. */
public final class TellHandler {
    private final Roster roster;
    private final Teller teller;

    public TellHandler(Roster roster, Teller teller) {
        this.roster = roster;
        this.teller = teller;
    }

    public Outcome handle(Tell tell) {
        return roster.person(tell.person()).isPresent() ? teller.tell(tell.person()) : Outcome.STRANGER;
    }
}
