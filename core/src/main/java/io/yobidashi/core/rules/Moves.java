package io.yobidashi.core.rules;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.CallId;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.LastCall.Outcome;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Remains;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.status.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The moves that several rules make. */
final class Moves {
    private final Policy policy;

    Moves(Policy policy) {
        this.policy = policy;
    }

    /** Opens a call on a row that has none: for the person, or for who is free in the chain during do not disturb. */
    Decision.Change open(PersonStatus status, Origin origin, Occasion occasion) {
        Optional<Asked> asked = firstAsked(status, occasion);
        if (asked.isEmpty()) {
            return missed(status, 1, occasion.at());
        }
        Call call = Call.open(CallId.of(occasion.at(), occasion.id()), origin, asked.get());
        if (occasion.meaning() == Meaning.URGENT && !call.asked().group()) {
            call = call.ask(Asked.GROUP);
        }
        return calling(status, call, occasion.at(), Reason.OPENED);
    }

    /** Calling, with its reset and its reminders. */
    Decision.Change calling(PersonStatus status, Call call, Instant at, Reason reason) {
        Instant until = at.plus(policy.calling());
        List<Delayed> timers = new ArrayList<>();
        timers.add(
                Delayed.of(new Reset(status.person(), call.id(), call.progress().round(), State.CALLING, until)));
        int step = 0;
        for (Duration after : policy.reminders()) {
            step++;
            Instant due = at.plus(after);
            if (due.isBefore(until)) {
                timers.add(Delayed.of(
                        new Reminder(status.person(), call.id(), call.progress().round(), step, due)));
            }
        }
        return new Decision.Change(status.calling(call, at, until), timers, reason);
    }

    /** Running: {@code since} stays where somebody was on the way already. */
    Decision.Change running(PersonStatus status, Call call, Instant at, Reason reason) {
        Response response = Objects.requireNonNull(call.response());
        Instant until = at.plus(policy.running());
        if (response.eta() != null && response.eta().plus(Policy.AFTER_ETA).isAfter(until)) {
            until = response.eta().plus(Policy.AFTER_ETA);
        }
        Instant since = status.state() == State.RUNNING ? status.since() : at;
        Reset reset = new Reset(status.person(), call.id(), call.progress().round(), State.RUNNING, until);
        return new Decision.Change(status.running(call, since, until), List.of(Delayed.of(reset)), reason);
    }

    /** Asks the next in the chain; none: the group, once; then nobody is free. */
    Asking askNext(Call call, Chain chain) {
        Optional<String> next = nextIn(chain, call);
        if (next.isPresent()) {
            return new Asking(call.ask(next.get()), Reason.NEXT_ASKED);
        }
        if (!call.asked().group()) {
            return new Asking(call.ask(Asked.GROUP), Reason.GROUP_ASKED);
        }
        return new Asking(call.exhausted(), Reason.NOBODY_FREE);
    }

    Optional<String> nextIn(Chain chain, Call call) {
        return chain.free().stream()
                .filter(person -> !call.asked().settled(person))
                .findFirst();
    }

    /** Ends the call of an effective status: the first waiting booth gets its own call, else the person is idle, or on a noted dnd. */
    Decision.Change end(PersonStatus status, Call call, Occasion occasion) {
        Instant at = occasion.at();
        PersonStatus ended = status.with(lastOf(call, at));
        if (!call.waiting().isEmpty()) {
            return nextWaiting(ended, call.waiting(), occasion);
        }
        return new Decision.Change(atRest(ended, at), List.of(), Reason.ENDED);
    }

    private Decision.Change nextWaiting(PersonStatus ended, List<String> waiting, Occasion occasion) {
        Origin origin = new Origin(waiting.get(0), Click.SINGLE, occasion.at());
        Decision.Change opened = open(ended, origin, occasion);
        Call call = opened.next().call();
        if (call == null) {
            return missed(ended, waiting.size(), occasion.at());
        }
        Call withRest = call.withWaiting(waiting.subList(1, waiting.size()));
        return new Decision.Change(opened.next().with(withRest), opened.timers(), Reason.ENDED_AND_NEXT_OPENED);
    }

    private static LastCall lastOf(Call call, Instant at) {
        Response response = call.response();
        if (response != null) {
            return new LastCall(call.id(), Outcome.ANSWERED, response.by(), at, Remains.of(call));
        }
        return new LastCall(
                call.id(), call.asked().nobody() ? Outcome.NOBODY : Outcome.UNANSWERED, null, at, Remains.of(call));
    }

    private static PersonStatus atRest(PersonStatus status, Instant at) {
        return status.dnd() == null ? status.idle(at) : status.disturbedNot(status.dnd(), at);
    }

    private static Decision.Change missed(PersonStatus status, int presses, Instant at) {
        Dnd dnd = Objects.requireNonNull(status.dnd());
        Ledger missed = dnd.missed().order(presses);
        Instant since = status.state() == State.DND ? status.since() : at;
        return new Decision.Change(status.disturbedNot(dnd.with(missed), since), List.of(), Reason.MISSED);
    }

    private static Optional<Asked> firstAsked(PersonStatus status, Occasion occasion) {
        if (status.dnd() == null) {
            return Optional.of(Asked.first(status.person()));
        }
        Optional<Asked> standIn = occasion.chain().free().stream().findFirst().map(Asked::first);
        return standIn.isEmpty() && occasion.meaning() == Meaning.URGENT
                ? Optional.of(Asked.first(Asked.GROUP))
                : standIn;
    }

    /** What lies behind a new call: the event's id, its instant, who was free, and what the visitor meant. */
    record Occasion(String id, Instant at, Chain chain, Meaning meaning) {}

    /** A call after the next one was asked, and what that came to. */
    record Asking(Call call, Reason reason) {}
}
