package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Meanings;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.RecordingSlack;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The handlers over the twins of everything outside, and what people do. */
final class World {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    final MutableClock clock = new MutableClock(START);
    final InMemoryShadows shadows = new InMemoryShadows(clock);
    final InMemoryQueues queues = new InMemoryQueues();
    final RecordingSlack slack = new RecordingSlack();
    final Map<String, Reply> replies = new TreeMap<>();
    Roster roster = SampleRoster.three();
    final Transition transition = new Transition(shadows, queues);
    final Teller teller = new Teller(shadows, slack, this::nextToken);
    final PressHandler presses = new PressHandler(transition, shadows, this::roster, queues, Meanings.DEFAULT, clock);
    final AnswerHandler answers = new AnswerHandler(
            transition, shadows, this::roster, queues, (answer, reply) -> replies.put(answer.id(), reply), clock);
    final ResetHandler resets = new ResetHandler(transition, shadows, this::roster, queues, clock);
    final ReminderHandler reminders = new ReminderHandler(transition, shadows, this::roster, queues, clock);
    final TellHandler tells = new TellHandler(this::roster, teller);
    final Sweeper sweeper = new Sweeper(shadows, this::roster, queues, resets, clock, Duration.ofMinutes(2));
    private int tokens;

    /** Everybody's shadow is there, as after the first press of a day. */
    static World open() {
        World world = new World();
        world.roster.people().forEach(person -> world.shadows.put(PersonStatus.unknown(person.id())));
        return world;
    }

    Outcome press(String id, String button) {
        return press(List.of(pressOf(id, button)));
    }

    /** Presses of one person's buttons that are received together, and what word they send to Slack. */
    Outcome press(List<Press> together) {
        String person = personOf(together.get(0).button());
        return andTold(() -> presses.handle(person, together));
    }

    /** Handles something, and then the tells that it has sent; gives what became of the last that was not done. */
    private Outcome andTold(Supplier<Outcome> handling) {
        int before = queues.sent(Tell.class).size();
        Outcome outcome = handling.get();
        List<Tell> sent = queues.sent(Tell.class);
        for (Tell tell : sent.subList(before, sent.size())) {
            Outcome told = tells.handle(tell);
            outcome = outcome.equals(Outcome.DONE) ? told : outcome;
        }
        return outcome;
    }

    Press pressOf(String id, String button) {
        return new Press(id, button, Click.SINGLE, clock.instant(), null);
    }

    Outcome say(String id, String user, Answer.Kind kind) {
        return answers.handle(answer(id, user, kind, clock.instant()));
    }

    Answer answer(String id, String user, Answer.Kind kind, Instant at) {
        return new Answer(id, user, null, kind, "3 min", null, null, null, null, null, at);
    }

    Outcome dnd(String id, String user, Duration length) {
        Instant until = clock.instant().plus(length);
        return answers.handle(new Answer(
                id, user, null, Answer.Kind.DND_ON, null, null, until, null, "lunch", null, clock.instant()));
    }

    PersonStatus status(String person) {
        return shadows.status(person);
    }

    Call call(String person) {
        return status(person).openCall().orElseThrow();
    }

    /** Lets time pass and delivers every timer that became due, in the order of their instants. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        for (var next = nextDue(end); next != null; next = nextDue(end)) {
            clock.advance(Duration.between(clock.instant(), next.due()));
            delivered.add(next.message());
            deliver(next.message());
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    Outcome deliver(Message message) {
        return message instanceof Reset reset
                ? resets.handle(reset)
                : andTold(() -> reminders.handle((Reminder) message));
    }

    private final List<Message> delivered = new ArrayList<>();

    private Delayed nextDue(Instant end) {
        return queues.sent().stream()
                .filter(timer -> timer.message() instanceof Reset || timer.message() instanceof Reminder)
                .filter(timer -> !timer.due().isAfter(end) && !delivered.contains(timer.message()))
                .min(Comparator.comparing(Delayed::due))
                .orElse(null);
    }

    private Roster roster() {
        return roster;
    }

    private String personOf(String button) {
        return roster.button(button).orElseThrow().person();
    }

    private String nextToken() {
        tokens++;
        return "claim-" + tokens;
    }
}
