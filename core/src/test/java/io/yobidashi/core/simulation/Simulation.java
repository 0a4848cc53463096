package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plays one schedule to its end: the actions, then a quiet evening in which everything must end, then all of it again. */
final class Simulation {
    private static final int MOST_ROUNDS = 200;

    private final Schedule schedule;
    private final Stage stage;

    private Simulation(Schedule schedule, Wiring wiring) {
        this.schedule = schedule;
        this.stage = new Stage(schedule.circumstances(), wiring);
    }

    /**
     * What a day came to.
     *
     * @param calls how many were opened
     * @param doubled how many mentions an accident has doubled
     */
    record Result(int calls, int doubled) {}

    /** @throws AssertionError that tells the whole story, where a promise was not kept */
    static Result run(Schedule schedule, Wiring wiring) {
        Simulation simulation = new Simulation(schedule, wiring);
        try {
            simulation.day();
            simulation.evening();
            simulation.replay();
            return new Result(
                    simulation.stage.calls().size(),
                    simulation.stage.invariants().doubled());
        } catch (Violation | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + simulation.story(), e);
        }
    }

    private void day() {
        int number = 0;
        for (Action action : schedule.actions()) {
            number++;
            stage.happened(new Happening.Acted(number, action));
            stage.play(action);
        }
    }

    /** Slack works, copies live, and time passes until nothing is left to be done. */
    private void evening() {
        stage.slack().heal();
        rest();
        // What a copy could not note, it notes when it hears of that person again.
        Cast.PEOPLE.forEach(person -> stage.queues().repeat(new Tell(person.id(), null)));
        stage.mail().work(2);
        rest();
        stage.invariants().checkAtRest(stage);
    }

    private void rest() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (schedule.circumstances().timersLost()) {
                stage.mail().loseTimers();
            }
            stage.mail().work(1);
            stage.sweep(1, List.of());
            stage.mail().work(1);
            Instant next = next();
            if (next == null) {
                return;
            }
            stage.passUntil(next);
        }
        throw new Violation("everything ends", "not even after " + MOST_ROUNDS + " sweeps");
    }

    /** When the next message can be received, or the next state is long over. */
    private Instant next() {
        Stream<Instant> overdue = stage.everything().values().stream()
                .map(PersonStatus::until)
                .filter(Objects::nonNull)
                .map(until -> until.plus(Process.GRACE).plusSeconds(1));
        return Stream.concat(overdue, stage.queues().next().stream())
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Everything that was done comes once more, by other copies: nothing may change, and nobody hears of it. */
    private void replay() {
        Map<String, PersonStatus> before = essence();
        int said = stage.channel().accepted().size();
        // By then what was over is over by every clock.
        stage.pass(120);
        for (Message message : stage.mail().done()) {
            stage.queues().repeat(message);
        }
        stage.mail().work(2);
        if (!essence().equals(before)) {
            throw new Violation("what was done is not done again", "all of it again gives " + essence());
        }
        if (stage.channel().accepted().size() != said) {
            throw new Violation("what was done is not done again", "Slack is told once more");
        }
    }

    private Map<String, PersonStatus> essence() {
        Map<String, PersonStatus> all = new TreeMap<>(stage.everything());
        all.replaceAll((person, status) -> Essence.of(status));
        return all;
    }

    private String story() {
        return schedule.circumstances()
                + stage.happenings().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
