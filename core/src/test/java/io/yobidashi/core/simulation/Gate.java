package io.yobidashi.core.simulation;

import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.simulation.Twist.Moment;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.Supplier;

/** Every call of a handler to the outside goes through here: the only places where it can be interrupted. */
final class Gate {
    private final Stage stage;

    Gate(Stage stage) {
        this.stage = stage;
    }

    /** Calls what may be away. */
    <T> T pass(Supplier<T> call) {
        List<Twist> twists = before();
        answered(twists, Moment.BEFORE);
        T result = call.get();
        crashed(twists, Moment.AFTER);
        answered(twists, Moment.AFTER);
        return result;
    }

    /** Calls what always answers: no answer is among its results. */
    <T> T pass(Supplier<T> call, Supplier<T> unheard) {
        List<Twist> twists = before();
        if (noAnswer(twists, Moment.BEFORE)) {
            return unheard.get();
        }
        T result = call.get();
        crashed(twists, Moment.AFTER);
        return noAnswer(twists, Moment.AFTER) ? unheard.get() : result;
    }

    private List<Twist> before() {
        Run run = stage.running();
        List<Twist> twists = run.twistsOfNextCall();
        for (Twist twist : twists) {
            if (twist instanceof Twist.Meanwhile meanwhile) {
                stage.play(meanwhile.action());
            }
        }
        if (run.process().isDead()) {
            throw new Crash(run.process());
        }
        crashed(twists, Moment.BEFORE);
        return twists;
    }

    private void crashed(List<Twist> twists, Moment moment) {
        for (Twist twist : twists) {
            if (twist instanceof Twist.Crashes crash && crash.moment() == moment) {
                throw new Crash(stage.running().process());
            }
        }
    }

    private static void answered(List<Twist> twists, Moment moment) {
        if (noAnswer(twists, moment)) {
            throw new DependencyAwayException("the simulated cloud", new SocketTimeoutException("no answer"));
        }
    }

    private static boolean noAnswer(List<Twist> twists, Moment moment) {
        return twists.stream().anyMatch(twist -> twist instanceof Twist.NoAnswer none && none.moment() == moment);
    }
}
