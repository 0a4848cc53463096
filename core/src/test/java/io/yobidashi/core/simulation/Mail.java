package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryQueues.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Brings messages to the handlers as the consumers of the services do, with all that SQS may do to them. */
final class Mail {
    private static final int MOST_WORK = 200;

    private final Stage stage;
    private final InMemoryQueues queues;
    private final List<Message> done = new ArrayList<>();

    Mail(Stage stage, InMemoryQueues queues) {
        this.stage = stage;
        this.queues = queues;
    }

    void deliver(int pick, int copy, List<Twist> twists) {
        List<Letter> inSight = free(queues.inSight(), copy);
        if (inSight.isEmpty() && stage.isIdle()) {
            queues.next().ifPresent(stage::passUntil);
            inSight = free(queues.inSight(), copy);
        }
        choose(inSight, pick).ifPresent(letter -> handle(letter, copy, twists));
    }

    void deliverEarly(int pick, int copy, List<Twist> twists) {
        List<Letter> early = queues.held().stream()
                .filter(Mail::isTimer)
                .filter(letter -> letter.visibleAt().isAfter(stage.now()))
                .toList();
        choose(free(early, copy), pick).ifPresent(letter -> handle(letter, copy, twists));
    }

    void deliverAgain(int back, int copy, List<Twist> twists) {
        if (!done.isEmpty()) {
            Message message = done.get(done.size() - 1 - back % done.size());
            Process process = stage.process(Service.of(message), copy);
            if (!stage.isBusy(process, Service.lane(message))) {
                Optional<Outcome> outcome = stage.run(new Run(process, List.of(message), twists));
                if (!outcome.equals(Optional.of(Outcome.DONE))) {
                    queues.repeat(message);
                }
            }
        }
    }

    void repeat(int pick) {
        choose(queues.held(), pick).map(Letter::message).ifPresent(queues::repeat);
    }

    /** Loses a reset, a reminder or word to whoever tells Slack: all that the system tells itself. */
    void loseTimer(int pick) {
        List<Letter> own = queues.held().stream().filter(Mail::isOurs).toList();
        choose(own, pick).ifPresent(queues::lose);
    }

    void loseTimers() {
        queues.held().stream().filter(Mail::isTimer).forEach(queues::lose);
    }

    void work(int copy) {
        for (int i = 0; i < MOST_WORK; i++) {
            List<Letter> inSight = free(queues.inSight(), copy);
            if (inSight.isEmpty()) {
                return;
            }
            handle(inSight.get(0), copy, List.of());
        }
        throw new Violation("work comes to an end", "handlers keep each other busy at " + stage.now());
    }

    /** What was handled and deleted, in that order. */
    List<Message> done() {
        return List.copyOf(done);
    }

    private void handle(Letter letter, int copy, List<Twist> twists) {
        List<Letter> letters = together(letter);
        List<Message> messages = letters.stream().map(queues::receive).toList();
        Process process = stage.process(Service.of(letter.message()), copy);
        if (!stage.wiring().deletesLast()) {
            letters.forEach(queues::lose);
        }
        Optional<Outcome> outcome = stage.run(new Run(process, messages, twists));
        if (process.isDead()) {
            return;
        }
        for (Letter each : letters) {
            outcome.ifPresentOrElse(known -> queues.settle(each, known), () -> queues.giveBack(each));
        }
        if (outcome.equals(Optional.of(Outcome.DONE))) {
            done.addAll(messages);
        }
        if (outcome.filter(Outcome.Reject.class::isInstance).isPresent()) {
            throw new Violation("nothing of ours is a dead letter", outcome + " for " + messages);
        }
    }

    /** Presses of one person's buttons that are in sight are handled together. */
    private List<Letter> together(Letter letter) {
        if (!(letter.message() instanceof Press)) {
            return List.of(letter);
        }
        String lane = Service.lane(letter.message());
        List<Letter> same = new ArrayList<>(List.of(letter));
        queues.inSight().stream()
                .filter(other ->
                        other != letter && Service.lane(other.message()).equals(lane))
                .forEach(same::add);
        return same;
    }

    private List<Letter> free(List<Letter> letters, int copy) {
        Predicate<Letter> busy = letter ->
                stage.isBusy(stage.process(Service.of(letter.message()), copy), Service.lane(letter.message()));
        return letters.stream().filter(busy.negate()).toList();
    }

    private static boolean isTimer(Letter letter) {
        return letter.message() instanceof Reset || letter.message() instanceof Reminder;
    }

    private static boolean isOurs(Letter letter) {
        return isTimer(letter) || letter.message() instanceof Tell;
    }

    private static Optional<Letter> choose(List<Letter> letters, int pick) {
        return letters.isEmpty() ? Optional.empty() : Optional.of(letters.get(pick % letters.size()));
    }
}
