package io.yobidashi.core.message;

import io.yobidashi.core.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The timer that ends a state. It acts only where call, round, state and end are still the shadow's.
 *
 * @param callId the call it was made for; absent for the end of a do not disturb
 * @param round the call's round; 0 without a call
 * @param until when it is due, which is also the end that it was made for
 */
public record Reset(String person, @Nullable String callId, int round, State state, Instant until) implements Message {

    public String id() {
        return (callId == null ? "dnd" : callId) + ":" + round + ":" + until.toEpochMilli();
    }
}
