package io.yobidashi.core.handler;

import io.yobidashi.core.rules.Reason;
import io.yobidashi.core.status.PersonStatus;
import java.util.List;

/** What whoever answered is told. */
public sealed interface Reply {
    /**
     * The answer was taken in, or came to nothing, for this reason.
     *
     * @param row the row that was meant, as it is now
     */
    record Taken(Reason reason, PersonStatus row) implements Reply {}

    /** No call is open where the author could be meant. */
    record NoOpenCall() implements Reply {}

    /** Several calls are open, and the text does not say which is meant. */
    record Choice(List<PersonStatus> rows) implements Reply {
        public Choice {
            rows = List.copyOf(rows);
        }
    }

    /** The author is not on the roster. */
    record Stranger() implements Reply {}
}
