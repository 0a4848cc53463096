package io.yobidashi.core.message;

import java.time.Instant;

/**
 * Time to ask again, or the next one. It acts only in the same round of the same call, and only forwards.
 *
 * @param step 1: the one asked last, again; 2: the next in the chain; 3: the group
 */
public record Reminder(String person, String callId, int round, int step, Instant due) implements Message {

    public String id() {
        return callId + ":" + round + ":" + step;
    }
}
