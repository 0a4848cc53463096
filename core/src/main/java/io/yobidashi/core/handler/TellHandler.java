package io.yobidashi.core.handler;

import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.Rosters;

/** Looks what a person's row owes Slack, and pays it. */
public final class TellHandler {
    private final Rosters rosters;
    private final Teller teller;

    public TellHandler(Rosters rosters, Teller teller) {
        this.rosters = rosters;
        this.teller = teller;
    }

    public Outcome handle(Tell tell) {
        return rosters.current().person(tell.person()).isPresent() ? teller.tell(tell.person()) : Outcome.STRANGER;
    }
}
