package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.AnswerHandler;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.ResetHandler;
import io.yobidashi.core.handler.Sweeper;
import io.yobidashi.core.handler.TellHandler;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.rules.Meanings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** One copy of one service, from its start to its crash: the very handlers, and what they keep in mind. */
final class Process {
    static final Duration GRACE = Duration.ofMinutes(2);

    private final Service service;
    private final int copy;
    private final Ports ports;
    private final PressHandler presses;
    private final AnswerHandler answers;
    private final ReminderHandler reminders;
    private final ResetHandler resets;
    private final TellHandler tells;
    private final Sweeper sweeper;
    private boolean dead;

    Process(Service service, int copy, Ports outside, Wiring wiring, Supplier<String> tokens) {
        this.service = service;
        this.copy = copy;
        this.ports = wiring.ports(outside);
        Rosters rosters = () -> Cast.ROSTER;
        Clock clock = ports.clock();
        Shadows seen = wiring.whoIsFree(ports.shadows());
        Transition transition = new Transition(ports.shadows(), ports.sender());
        Teller teller = new Teller(ports.shadows(), ports.slack(), tokens);
        presses = new PressHandler(transition, seen, rosters, ports.sender(), Meanings.DEFAULT, clock);
        answers = new AnswerHandler(transition, seen, rosters, ports.sender(), (answer, reply) -> {}, clock);
        reminders = new ReminderHandler(transition, seen, rosters, ports.sender(), clock);
        resets = new ResetHandler(transition, seen, rosters, ports.sender(), clock);
        tells = new TellHandler(rosters, teller);
        sweeper = new Sweeper(ports.shadows(), rosters, ports.sender(), resets, clock, GRACE);
    }

    /** Presses may come together, all else one by one. */
    Outcome handle(List<Message> messages) {
        Message first = messages.get(0);
        if (first instanceof Press press) {
            String person = Cast.ROSTER.button(press.button()).orElseThrow().person();
            return presses.handle(
                    person, messages.stream().map(Press.class::cast).toList());
        }
        if (first instanceof Answer answer) {
            return answers.handle(answer);
        }
        if (first instanceof Reminder reminder) {
            return reminders.handle(reminder);
        }
        return first instanceof Reset reset ? resets.handle(reset) : tells.handle((Tell) first);
    }

    Outcome sweep() {
        sweeper.sweep();
        return Outcome.DONE;
    }

    Ports ports() {
        return ports;
    }

    Clock clock() {
        return ports.clock();
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    @Override
    public String toString() {
        return service.name().toLowerCase() + "-service " + copy;
    }
}
