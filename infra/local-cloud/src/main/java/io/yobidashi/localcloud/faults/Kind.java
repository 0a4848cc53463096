package io.yobidashi.localcloud.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can go wrong between a client and the real server. */
public enum Kind {
    /** An error in the form of the real service; the server never sees the request. */
    STATUS("status"),
    /** 429 with {@code Retry-After}; the server never sees the request. */
    RETRY_AFTER("retry-after"),
    /** The request is held before it reaches the server. */
    SLOW("slow"),
    /** The server acts and answers, the client's connection is cut instead. */
    LOST_ANSWER("lost-answer"),
    /** The server gets the request twice; what was received from a queue is handed out again. */
    TWICE("twice"),
    /** The request is overtaken by the next of its route; messages received from a queue are shuffled. */
    REORDER("reorder"),
    /** From the moment that the plan is set, connections are cut without an answer. */
    AWAY("away");

    /** A message that the broker sends has no answer that could be an error or be lost. */
    private static final Set<Kind> FOR_MQTT = Set.of(SLOW, TWICE, REORDER, AWAY);

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The name in plans. */
    public String word() {
        return word;
    }

    boolean suitsMqtt() {
        return FOR_MQTT.contains(this);
    }
}
