package io.yobidashi.core.simulation;

import io.yobidashi.core.simulation.Happening.Began;
import io.yobidashi.core.simulation.Happening.Ended;
import io.yobidashi.core.simulation.Happening.Posted;
import io.yobidashi.core.simulation.Happening.Sent;
import io.yobidashi.core.simulation.Happening.Written;

/** One promise, checked with everything that happens. Each simulation has its own. */
interface Invariant {
    /** The promise, as one would give it to a visitor or an operator. */
    String promise();

    default void sent(Sent sent) {}

    default void began(Began began) {}

    default void written(Written written) {}

    default void posted(Posted posted) {}

    default void ended(Ended ended) {}

    /** The day is over: everything was delivered, and nothing is left to be done. */
    default void atRest(Stage stage) {}

    default void demand(boolean kept, Object happened) {
        if (!kept) {
            throw new Violation(promise(), happened.toString());
        }
    }
}
