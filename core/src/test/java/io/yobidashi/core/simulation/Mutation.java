package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.rules.Chain;
import io.yobidashi.core.rules.Event;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import java.util.List;

/**
 * A mistake that somebody could make: the same handlers put together, wrong in one point. A simulation that did not notice
 * would prove nothing.
 */
enum Mutation {
    /** A reset ends whatever call, round and state it finds. */
    RESET_WITHOUT_FENCE(new Wiring() {
        @Override
        Outcome handle(Process process, List<Message> messages) {
            Instant now = process.clock().instant();
            return messages.get(0) instanceof Reset reset && !reset.until().isAfter(now)
                    ? ended(process, reset, now)
                    : super.handle(process, messages);
        }

        private Outcome ended(Process process, Reset reset, Instant now) {
            Person person = Cast.ROSTER.person(reset.person()).orElseThrow();
            new Transition(process.ports().shadows(), process.ports().sender())
                    .apply(person, row -> List.of(new Event.ResetDue(now, madeFor(row.status(), reset), Chain.NONE)));
            return Outcome.DONE;
        }

        private Reset madeFor(PersonStatus row, Reset reset) {
            Call call = row.call();
            return call == null || row.until() == null
                    ? reset
                    : new Reset(row.person(), call.id(), call.progress().round(), row.state(), row.until());
        }
    }),

    /** A reminder asks in whatever round it finds. */
    REMINDER_WITHOUT_FENCE(new Wiring() {
        @Override
        Outcome handle(Process process, List<Message> messages) {
            return messages.get(0) instanceof Reminder reminder
                    ? super.handle(process, List.of(madeFor(row(process, reminder), reminder)))
                    : super.handle(process, messages);
        }

        private PersonStatus row(Process process, Reminder reminder) {
            return process.ports().shadows().read(reminder.person()).status();
        }

        private Reminder madeFor(PersonStatus row, Reminder reminder) {
            Call call = row.call();
            return call == null
                    ? reminder
                    : new Reminder(row.person(), call.id(), call.progress().round(), reminder.step(), reminder.due());
        }
    }),

    /** Shadow first, timer second. */
    TIMER_AFTER_SHADOW(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            Mistakes.TimersLast late = new Mistakes.TimersLast(ports);
            return ports.with((Shadows) late).with((MessageSender) late);
        }
    }),

    /** Slack first, shadow second. */
    SLACK_BEFORE_SHADOW(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.MentionsFirst(ports));
        }
    }),

    /** A write replaces whatever is there. */
    VERSION_FORGOTTEN(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.WritesAnyVersion(ports.shadows()));
        }
    }),

    /** Nobody knows what was taken in before. */
    RECENT_FORGOTTEN(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.ForgetsRecent(ports.shadows()));
        }
    }),

    /** Whoever finds a debt posts at once. */
    POSTED_WITHOUT_CLAIM(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.NeverClaims(ports.shadows()));
        }
    }),

    /** Whoever is next is asked, do not disturb or not. */
    DO_NOT_DISTURB_IGNORED(new Wiring() {
        @Override
        Shadows whoIsFree(Shadows shadows) {
            return new Mistakes.SeesNoDoNotDisturb(shadows);
        }
    }),

    /** Only timers end calls. */
    NOBODY_SWEEPS(new Wiring() {
        @Override
        boolean sweeps() {
            return false;
        }
    }),

    /** A message is deleted before what it asks for is written. */
    DELETED_FIRST(new Wiring() {
        @Override
        boolean deletesLast() {
            return false;
        }
    }),

    /** A second press of a button whose call is open is taken for a duplicate. */
    REPEATS_NOT_COUNTED(new Wiring() {
        @Override
        Outcome handle(Process process, List<Message> messages) {
            return messages.get(0) instanceof Press press && isOpen(process, press)
                    ? Outcome.DONE
                    : super.handle(process, messages);
        }

        private boolean isOpen(Process process, Press press) {
            String person = Cast.ROSTER.button(press.button()).orElseThrow().person();
            return process.ports()
                    .shadows()
                    .read(person)
                    .status()
                    .openCall()
                    .filter(call -> call.origin().button().equals(press.button()))
                    .isPresent();
        }
    }),

    /** No answer is taken for a no. */
    LOST_ANSWER_TAKEN_FOR_NO(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.TakesSilenceForNo(ports.slack()));
        }
    }),

    /** No answer is taken for a yes. */
    LOST_ANSWER_TAKEN_FOR_YES(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.TakesSilenceForYes(ports.slack()));
        }
    }),

    /** Who takes over the claim of a dead poster posts without looking first. */
    NOBODY_LOOKS(new Wiring() {
        @Override
        Ports ports(Ports ports) {
            return ports.with(new Mistakes.NeverLooks(ports.slack()));
        }
    });

    private final Wiring wiring;

    Mutation(Wiring wiring) {
        this.wiring = wiring;
    }

    Wiring wiring() {
        return wiring;
    }
}
