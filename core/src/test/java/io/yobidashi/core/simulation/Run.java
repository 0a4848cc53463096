package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Message;
import io.yobidashi.core.status.PersonStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of a handler, or of the sweeper where it has no message. */
final class Run {
    private final Process process;
    private final List<Message> messages;
    private final List<Twist> twists;
    private final Map<String, Map<String, PersonStatus>> readings = new HashMap<>();
    private int calls;

    Run(Process process, List<Message> messages, List<Twist> twists) {
        this.process = process;
        this.messages = messages;
        this.twists = twists;
    }

    Process process() {
        return process;
    }

    List<Message> messages() {
        return messages;
    }

    boolean isSweep() {
        return messages.isEmpty();
    }

    /** The twists of the call that is made next. */
    List<Twist> twistsOfNextCall() {
        calls++;
        return twists.stream().filter(twist -> twist.call() == calls).toList();
    }

    /** Notes how everything was when this run last read a row, and what it has learnt of this one since it read others. */
    void reads(String person, Map<String, PersonStatus> everything) {
        readings.values().forEach(known -> known.put(person, everything.get(person)));
        readings.put(person, everything);
    }

    /** How everything was when this run last read a row that it has decided on; others as it read them after that. */
    Map<String, PersonStatus> whenRead(String person) {
        return readings.getOrDefault(person, Map.of());
    }

    @Override
    public String toString() {
        return process + (isSweep() ? " sweeping" : " on " + Brief.of(messages));
    }
}
