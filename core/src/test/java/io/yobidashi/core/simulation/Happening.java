package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.telling.Notice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be seen from outside, in its order. Invariants are about these, and a failed schedule is told by them. */
sealed interface Happening {
    /** An action of the schedule begins. */
    record Acted(int number, Action action) implements Happening {
        @Override
        public String toString() {
            return "\n" + number + ". " + action;
        }
    }

    /** Messages were taken in by the queues. */
    record Sent(List<Message> messages) implements Happening {
        @Override
        public String toString() {
            return "   sent " + Brief.of(messages);
        }
    }

    /** A run of a handler begins, and this is how all rows are. */
    record Began(Run run, Map<String, PersonStatus> everything) implements Happening {
        @Override
        public String toString() {
            return "   " + run + " begins";
        }
    }

    /** A shadow was written. */
    record Written(Run run, PersonStatus before, PersonStatus next, long version) implements Happening {
        String person() {
            return next.person();
        }

        @Override
        public String toString() {
            return "   " + person() + " v" + version + ": " + Brief.of(next) + "  (by " + run + ")";
        }
    }

    /** Slack took a message or an edit, whoever hears of that. */
    record Posted(Run run, Notice notice) implements Happening {
        @Override
        public String toString() {
            return "   Slack takes " + notice.kind() + " of " + notice.status().person() + " "
                    + Brief.of(notice.ledger()) + (notice.isEdit() ? " (edit)" : "") + "  (by " + run + ")";
        }
    }

    /** A run of a handler ended; without an outcome where a dependency was away, or the process died. */
    record Ended(Run run, @Nullable Outcome outcome, boolean died) implements Happening {
        boolean done() {
            return outcome instanceof Outcome.Done;
        }

        @Override
        public String toString() {
            String how = died ? "crashed" : outcome == null ? "got no answer" : outcome.toString();
            return "   " + run + ": " + how;
        }
    }
}
