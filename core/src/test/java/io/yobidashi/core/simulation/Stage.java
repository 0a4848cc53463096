package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The world of one simulation: the twins, two copies of each service, one clock, and who is at work. */
final class Stage {
    private static final Instant START = Instant.ofEpochSecond(1_763_928_000);
    /** While somebody works little time passes: claims are made for handlers that do not stand still. */
    private static final int MOST_SECONDS_IN_A_CALL = 2;

    private final MutableClock clock = new MutableClock(START);
    private final InMemoryShadows shadows = new InMemoryShadows(clock);
    private final InMemoryQueues queues = new InMemoryQueues(clock, Duration.ofMinutes(15));
    private final RecordingSlack recording = new RecordingSlack();
    private final SimulatedSlack slack = new SimulatedSlack(this, recording);
    private final People people = new People(this);
    private final Mail mail = new Mail(this, queues);
    private final Invariants invariants;
    private final Wiring wiring;
    private final Clock secondClock;
    private final Map<String, Process> processes = new HashMap<>();
    private final Deque<Run> runs = new ArrayDeque<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private int tokens;

    Stage(Schedule.Circumstances circumstances, Wiring wiring) {
        this.wiring = wiring;
        this.secondClock = Clock.offset(clock, Duration.ofSeconds(circumstances.secondClock()));
        this.invariants = new Invariants(circumstances);
        if (circumstances.webhook()) {
            recording.nameless();
        }
    }

    void play(Action action) {
        action.on(this);
    }

    /** A message from outside is taken in by the queue. */
    void accept(Message message) {
        queues.send(message);
        happened(new Happening.Sent(List.of(message)));
    }

    /** Runs a handler to its end: empty where a dependency was away or the process died. */
    Optional<Outcome> run(Run run) {
        Outcome outcome = null;
        happened(new Happening.Began(run, everything()));
        runs.push(run);
        try {
            outcome = run.isSweep() ? run.process().sweep() : wiring.handle(run.process(), run.messages());
        } catch (DependencyAwayException e) {
            // The consumer returns the message.
        } catch (Crash e) {
            run.process().die();
        } finally {
            runs.pop();
        }
        happened(new Happening.Ended(
                run, outcome, outcome == null && run.process().isDead()));
        return Optional.ofNullable(outcome);
    }

    void sweep(int copy, List<Twist> twists) {
        Process process = process(Service.RESET, copy);
        if (wiring.sweeps() && !isSweeping(process)) {
            run(new Run(process, List.of(), twists));
        }
    }

    /** A copy of a service: a new one where it has died. */
    Process process(Service service, int copy) {
        return processes.compute(
                service + " " + copy,
                (name, known) -> known == null || known.isDead() ? started(service, copy) : known);
    }

    private Process started(Service service, int copy) {
        Clock own = copy == 2 ? secondClock : clock;
        Ports ports = new Ports(new SimulatedShadows(this), sender(own), slack, own);
        return new Process(service, copy, ports, wiring, () -> "claim-" + tokens++);
    }

    private MessageSender sender(Clock own) {
        Gate gate = new Gate(this);
        return messages -> gate.pass(() -> {
            queues.send(messages, own);
            happened(new Happening.Sent(messages.stream().map(Delayed::message).toList()));
            return messages;
        });
    }

    void happened(Happening happening) {
        happenings.add(happening);
        if (happening instanceof Happening.Written written) {
            written.next()
                    .openCall()
                    .map(Call::id)
                    .filter(id -> !calls.contains(id))
                    .ifPresent(calls::add);
        }
        invariants.check(happening);
    }

    boolean isBusy(Process process, String lane) {
        return runs.stream()
                .anyMatch(run -> run.process() == process
                        && !run.isSweep()
                        && Service.lane(run.messages().get(0)).equals(lane));
    }

    private boolean isSweeping(Process process) {
        return runs.stream().anyMatch(run -> run.process() == process && run.isSweep());
    }

    boolean isIdle() {
        return runs.isEmpty();
    }

    Run running() {
        return runs.element();
    }

    void pass(int seconds) {
        clock.advance(Duration.ofSeconds(isIdle() ? seconds : Math.min(seconds, MOST_SECONDS_IN_A_CALL)));
    }

    void passUntil(Instant then) {
        Duration wait = Duration.between(now(), then);
        clock.advance(wait.isNegative() ? Duration.ZERO : wait);
    }

    Instant now() {
        return clock.instant();
    }

    /** How all rows are. */
    Map<String, PersonStatus> everything() {
        Map<String, PersonStatus> all = new HashMap<>();
        for (Person person : Cast.PEOPLE) {
            all.put(person.id(), shadows.status(person.id()));
        }
        return all;
    }

    /** The ids of all calls so far, the oldest first. */
    List<String> calls() {
        return calls;
    }

    /** The names of all messages that some call has had, the oldest first. */
    List<String> posts() {
        return everything().values().stream()
                .flatMap(status -> status.openCall().map(Call::post).stream())
                .map(Post::ts)
                .sorted()
                .toList();
    }

    InMemoryShadows shadows() {
        return shadows;
    }

    InMemoryQueues queues() {
        return queues;
    }

    RecordingSlack channel() {
        return recording;
    }

    SimulatedSlack slack() {
        return slack;
    }

    People people() {
        return people;
    }

    Mail mail() {
        return mail;
    }

    Wiring wiring() {
        return wiring;
    }

    Invariants invariants() {
        return invariants;
    }

    List<Happening> happenings() {
        return happenings;
    }
}
