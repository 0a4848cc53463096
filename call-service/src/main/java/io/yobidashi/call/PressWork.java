package io.yobidashi.call;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.message.Press;
import java.util.List;

/** What is done with the queue of presses: the call first, and once that is done, what they tell of their buttons. */
final class PressWork {
    private final PressHandler presses;
    private final ButtonWatch watch;

    PressWork(PressHandler presses, ButtonWatch watch) {
        this.presses = presses;
        this.watch = watch;
    }

    Outcome handle(String person, List<Press> batch) {
        Outcome outcome = presses.handle(person, batch);
        if (outcome.equals(Outcome.DONE)) {
            watch.handled(person, batch);
        }
        return outcome;
    }
}
