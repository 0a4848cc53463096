package io.yobidashi.core.status;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person's device shadow says.
 *
 * @param person the person's id, the shadow's thing name
 * @param since when the state began
 * @param until when the state ends by itself; absent for idle
 * @param call the open call; present exactly while calling or running
 * @param dnd do not disturb, in force while the state is dnd, else noted
 * @param last how the call before ended; absent before the first
 * @param test the newest test call; absent before the first
 */
public record PersonStatus(
        String person,
        State state,
        Instant since,
        @Nullable Instant until,
        @Nullable Call call,
        @Nullable Dnd dnd,
        @Nullable LastCall last,
        @Nullable TestCall test,
        Recent recent) {

    /** @throws IllegalArgumentException where the state lacks what belongs to it: such a document can't be acted on */
    public PersonStatus {
        boolean open = state == State.CALLING || state == State.RUNNING;
        if (open != (call != null) || (state == State.DND && dnd == null) || (until == null) != (state == State.IDLE)) {
            throw new IllegalArgumentException("a status that is " + state.wire() + " lacks what belongs to it");
        }
        if (state == State.RUNNING && (call == null || call.response() == null)) {
            throw new IllegalArgumentException("a running call tells who is coming");
        }
    }

    /** A person whose shadow is not there yet. */
    public static PersonStatus unknown(String person) {
        return new PersonStatus(person, State.IDLE, Instant.EPOCH, null, null, null, null, null, Recent.NONE);
    }

    public Optional<Call> openCall() {
        return Optional.ofNullable(call);
    }

    public boolean hasCall(String callId) {
        return call != null && call.id().equals(callId);
    }

    /** This status without a do not disturb that is over: one whose end is not after {@code at} reads as idle. */
    public PersonStatus at(Instant at) {
        if (dnd == null || dnd.inForceAt(at)) {
            return this;
        }
        return state == State.DND ? idle(dnd.until()) : noting(null);
    }

    /** Idle, with nothing noted. */
    public PersonStatus idle(Instant from) {
        return new PersonStatus(person, State.IDLE, from, null, null, null, last, test, recent);
    }

    public PersonStatus calling(Call newCall, Instant from, Instant to) {
        return new PersonStatus(person, State.CALLING, from, to, newCall, dnd, last, test, recent);
    }

    public PersonStatus running(Call newCall, Instant from, Instant to) {
        return new PersonStatus(person, State.RUNNING, from, to, newCall, dnd, last, test, recent);
    }

    public PersonStatus disturbedNot(Dnd newDnd, Instant from) {
        return new PersonStatus(person, State.DND, from, newDnd.until(), null, newDnd, last, test, recent);
    }

    /** The same state with another do not disturb noted, or none. */
    public PersonStatus noting(@Nullable Dnd newDnd) {
        return new PersonStatus(person, state, since, until, call, newDnd, last, test, recent);
    }

    /** The same state with its call changed. */
    public PersonStatus with(Call newCall) {
        return new PersonStatus(person, state, since, until, newCall, dnd, last, test, recent);
    }

    public PersonStatus with(LastCall newLast) {
        return new PersonStatus(person, state, since, until, call, dnd, newLast, test, recent);
    }

    public PersonStatus with(TestCall newTest) {
        return new PersonStatus(person, state, since, until, call, dnd, last, newTest, recent);
    }

    /** The same status, which will know the event when it comes again. */
    public PersonStatus taken(String eventId) {
        return new PersonStatus(person, state, since, until, call, dnd, last, test, recent.plus(eventId));
    }
}
