package io.yobidashi.reset;

import io.yobidashi.aws.queue.BatchHandler;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.ResetHandler;
import io.yobidashi.core.message.Reset;
import java.util.List;

/**
 * Handles the resets of one person in turn. The first that can't be done yet returns all of them: repeating those that
 * were done changes nothing.
 */
record ResetMessages(ResetHandler resets) implements BatchHandler<Reset> {

    @Override
    public Outcome handle(String person, List<Reset> messages) {
        for (Reset reset : messages) {
            Outcome outcome = resets.handle(reset);
            if (!outcome.equals(Outcome.DONE)) {
                return outcome;
            }
        }
        return Outcome.DONE;
    }
}
