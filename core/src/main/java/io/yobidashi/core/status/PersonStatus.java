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
 * @param back the end of a do not disturb that the channel has still to be told; absent where there is none
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
        @Nullable Back back,
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
        return new PersonStatus(person, State.IDLE, Instant.EPOCH, null, null, null, null, null, null, Recent.NONE);
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
        return undisturbed(dnd.until());
    }

    /** This status without its do not disturb: the channel is owed word of the end where it has word of the beginning. */
    public PersonStatus undisturbed(Instant end) {
        boolean known = dnd != null && dnd.announcement() == Dnd.Announcement.MADE;
        PersonStatus next = state == State.DND ? idle(end) : noting(null);
        return known ? next.with(new Back(end, null)) : next;
    }

    /** Idle, with nothing noted. */
    public PersonStatus idle(Instant from) {
        return new PersonStatus(person, State.IDLE, from, null, null, null, last, test, back, recent);
    }

    public PersonStatus calling(Call newCall, Instant from, Instant to) {
        return new PersonStatus(person, State.CALLING, from, to, newCall, dnd, last, test, back, recent);
    }

    public PersonStatus running(Call newCall, Instant from, Instant to) {
        return new PersonStatus(person, State.RUNNING, from, to, newCall, dnd, last, test, back, recent);
    }

    public PersonStatus disturbedNot(Dnd newDnd, Instant from) {
        return new PersonStatus(person, State.DND, from, newDnd.until(), null, newDnd, last, test, back, recent);
    }

    /** The same state with another do not disturb noted, or none. */
    public PersonStatus noting(@Nullable Dnd newDnd) {
        return new PersonStatus(person, state, since, until, call, newDnd, last, test, back, recent);
    }

    /** The same state with its call changed. */
    public PersonStatus with(Call newCall) {
        return new PersonStatus(person, state, since, until, newCall, dnd, last, test, back, recent);
    }

    public PersonStatus with(LastCall newLast) {
        return new PersonStatus(person, state, since, until, call, dnd, newLast, test, back, recent);
    }

    public PersonStatus with(TestCall newTest) {
        return new PersonStatus(person, state, since, until, call, dnd, last, newTest, back, recent);
    }

    public PersonStatus with(Back newBack) {
        return new PersonStatus(person, state, since, until, call, dnd, last, test, newBack, recent);
    }

    /** The same status once the channel knows that the person can be called again. */
    public PersonStatus backTold() {
        return new PersonStatus(person, state, since, until, call, dnd, last, test, null, recent);
    }

    /** The same status, which will know the event when it comes again. */
    public PersonStatus taken(String eventId) {
        return new PersonStatus(person, state, since, until, call, dnd, last, test, back, recent.plus(eventId));
    }
}
