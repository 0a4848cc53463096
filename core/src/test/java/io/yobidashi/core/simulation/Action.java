package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.status.Click;
import java.util.List;

/**
 * One thing that happens. Small numbers choose among what is there at that moment, so that any part of a schedule is a
 * schedule, and shrinking finds the shortest that fails.
 */
sealed interface Action {
    void on(Stage stage);

    /** A visitor presses a button. */
    record Press(int button, Click click) implements Action {
        @Override
        public void on(Stage stage) {
            stage.people().press(button, click);
        }
    }

    /** The network delivers a press once more, under its id. */
    record SamePressAgain(int back) implements Action {
        @Override
        public void on(Stage stage) {
            stage.people().pressAgain(back);
        }
    }

    /** Somebody answers, for a call of before where the road names one. */
    record Say(int person, Answer.Kind kind, Road road, int back) implements Action {
        @Override
        public void on(Stage stage) {
            stage.people().say(this);
        }
    }

    /** Slack delivers an answer once more, under its id, maybe by another road. */
    record SameAnswerAgain(int back, Road road) implements Action {
        @Override
        public void on(Stage stage) {
            stage.people().sayAgain(back, road);
        }
    }

    /** Somebody does not want to be disturbed. */
    record DoNotDisturb(int person, int minutes, int standIn) implements Action {
        @Override
        public void on(Stage stage) {
            stage.people().doNotDisturb(person, minutes, standIn);
        }
    }

    /** Time passes, and nobody works. */
    record Pass(int seconds) implements Action {
        @Override
        public void on(Stage stage) {
            stage.pass(seconds);
        }
    }

    /** A copy gets a message that is in sight; where none is, time passes until one is. */
    record Deliver(int pick, int copy, List<Twist> twists) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().deliver(pick, copy, twists);
        }
    }

    /** A copy gets a message that is not due. */
    record DeliverEarly(int pick, int copy, List<Twist> twists) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().deliverEarly(pick, copy, twists);
        }
    }

    /** SQS delivers a message at least once: here once more, though it was deleted. */
    record DeliverAgain(int back, int copy, List<Twist> twists) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().deliverAgain(back, copy, twists);
        }
    }

    /** One more of a message that is held: two copies may get it at a time. */
    record Double(int pick) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().repeat(pick);
        }
    }

    /** A timer is lost. */
    record LoseTimer(int pick) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().loseTimer(pick);
        }
    }

    /** Everything that is due is done, in its order, without trouble. */
    record Work(int copy) implements Action {
        @Override
        public void on(Stage stage) {
            stage.mail().work(copy);
        }
    }

    /** A copy sweeps. */
    record Sweep(int copy, List<Twist> twists) implements Action {
        @Override
        public void on(Stage stage) {
            stage.sweep(copy, twists);
        }
    }

    /** What befalls the next message or edit in Slack. */
    record SlackTrouble(SimulatedSlack.Trouble trouble) implements Action {
        @Override
        public void on(Stage stage) {
            stage.slack().next(trouble);
        }
    }

    /** Whether one can look for a message in Slack. */
    record SlackBlind(boolean blind) implements Action {
        @Override
        public void on(Stage stage) {
            stage.slack().blind(blind);
        }
    }

    /** By what an answer comes. */
    enum Road {
        /** It names nothing. */
        TEXT,
        /** It names the call. */
        CLICK,
        /** It names the call's message. */
        THREAD
    }
}
