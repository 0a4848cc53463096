package io.yobidashi.core.simulation;

/** What befalls one run of a handler at one of its calls to the outside. */
sealed interface Twist {
    /** Which call: the first is 1. Where the run makes fewer, nothing happens. */
    int call();

    /** Whether the call has had its effect by then. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** The process dies. */
    record Crashes(int call, Moment moment) implements Twist {
        @Override
        public String toString() {
            return "crashes " + moment.name().toLowerCase() + " call " + call;
        }
    }

    /** What is called gives no answer: the call had its effect, or had none. */
    record NoAnswer(int call, Moment moment) implements Twist {
        @Override
        public String toString() {
            return "gets no answer to call " + call + (moment == Moment.AFTER ? ", which was done" : "");
        }
    }

    /** Something else happens, just before the call. */
    record Meanwhile(int call, Action action) implements Twist {
        @Override
        public String toString() {
            return "before call " + call + ": " + action;
        }
    }
}
