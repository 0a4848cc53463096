package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.simulation.Action.Road;
import io.yobidashi.core.simulation.Schedule.Circumstances;
import io.yobidashi.core.simulation.SimulatedSlack.Trouble;
import io.yobidashi.core.simulation.Twist.Moment;
import io.yobidashi.core.status.Click;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Schedules by chance. */
final class Schedules {
    private static final int MOST_ACTIONS = 40;
    private static final int MOST_CALLS = 16;

    private Schedules() {}

    static Arbitrary<Schedule> any() {
        return Combinators.combine(circumstances(), action().list().ofMaxSize(MOST_ACTIONS))
                .as(Schedule::new);
    }

    private static Arbitrary<Circumstances> circumstances() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 90, -90), Arbitraries.of(false, true), Arbitraries.of(false, true))
                .as(Circumstances::new);
    }

    private static Arbitrary<Action> action() {
        return Arbitraries.frequencyOf(
                Tuple.of(16, whatPeopleDo()),
                Tuple.of(24, delivered(twists(whatHappensMeanwhile()))),
                Tuple.of(6, small().map(copy -> new Action.Work(1 + copy % 2))),
                Tuple.of(6, accident()));
    }

    /** Within a call of a handler, another handler may be called, but not within that. */
    private static Arbitrary<Action> whatHappensMeanwhile() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, whatPeopleDo()), Tuple.of(6, delivered(accidents())), Tuple.of(1, accident()));
    }

    private static Arbitrary<Action> whatPeopleDo() {
        Arbitrary<Click> click =
                Arbitraries.frequency(Tuple.of(8, Click.SINGLE), Tuple.of(2, Click.DOUBLE), Tuple.of(1, Click.LONG));
        Arbitrary<Answer.Kind> kind = Arbitraries.frequency(
                Tuple.of(6, Answer.Kind.OK), Tuple.of(4, Answer.Kind.CANNOT), Tuple.of(2, Answer.Kind.DND_OFF));
        Arbitrary<Road> road = Arbitraries.of(Road.class);
        Arbitrary<Integer> person = small(2);
        return Arbitraries.frequencyOf(
                Tuple.of(8, Combinators.combine(small(4), click).as(Action.Press::new)),
                Tuple.of(2, small().map(Action.SamePressAgain::new)),
                Tuple.of(7, Combinators.combine(person, kind, road, small(3)).as(Action.Say::new)),
                Tuple.of(2, Combinators.combine(small(), road).as(Action.SameAnswerAgain::new)),
                Tuple.of(2, Combinators.combine(person, minutes(), small(4)).as(Action.DoNotDisturb::new)));
    }

    private static Arbitrary<Action> delivered(Arbitrary<List<Twist>> twists) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Combinators.combine(small(), copy(), twists).as(Action.Deliver::new)),
                Tuple.of(1, Combinators.combine(small(), copy(), twists).as(Action.DeliverEarly::new)),
                Tuple.of(2, Combinators.combine(small(9), copy(), twists).as(Action.DeliverAgain::new)),
                Tuple.of(1, Combinators.combine(copy(), twists).as(Action.Sweep::new)));
    }

    private static Arbitrary<Action> accident() {
        Arbitrary<Integer> seconds = Arbitraries.of(1, 3, 11, 30, 60, 300);
        return Arbitraries.frequencyOf(
                Tuple.of(3, seconds.map(Action.Pass::new)),
                Tuple.of(2, small().map(Action.Double::new)),
                Tuple.of(2, small().map(Action.LoseTimer::new)),
                Tuple.of(3, Arbitraries.of(Trouble.class).map(Action.SlackTrouble::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(Action.SlackBlind::new)));
    }

    private static Arbitrary<List<Twist>> twists(Arbitrary<Action> meanwhile) {
        Arbitrary<Twist> twist = Arbitraries.frequencyOf(
                Tuple.of(3, accidental()),
                Tuple.of(4, Combinators.combine(call(), meanwhile).as(Twist.Meanwhile::new)));
        return seldom(twist);
    }

    private static Arbitrary<List<Twist>> accidents() {
        return seldom(accidental());
    }

    private static Arbitrary<List<Twist>> seldom(Arbitrary<Twist> twist) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of())),
                Tuple.of(2, twist.list().ofMinSize(1).ofMaxSize(3)));
    }

    private static Arbitrary<Twist> accidental() {
        Arbitrary<Moment> moment = Arbitraries.of(Moment.class);
        return Arbitraries.frequencyOf(
                Tuple.of(2, Combinators.combine(call(), moment).as(Twist.Crashes::new)),
                Tuple.of(1, Combinators.combine(call(), moment).as(Twist.NoAnswer::new)));
    }

    private static Arbitrary<Integer> call() {
        return Arbitraries.integers().between(1, MOST_CALLS);
    }

    private static Arbitrary<Integer> copy() {
        return Arbitraries.integers().between(1, 2);
    }

    private static Arbitrary<Integer> minutes() {
        return Arbitraries.of(1, 4, 10, 45);
    }

    private static Arbitrary<Integer> small() {
        return small(5);
    }

    private static Arbitrary<Integer> small(int most) {
        return Arbitraries.integers().between(0, most);
    }
}
