package io.yobidashi.core.message;

import java.time.Instant;

/**
 * A message and the instant it is for. The queue may need several hops to hold it that long.
 *
 * @param due an instant in the past means at once
 */
public record Delayed(Message message, Instant due) {
    public static Delayed of(Reset reset) {
        return new Delayed(reset, reset.until());
    }

    public static Delayed of(Reminder reminder) {
        return new Delayed(reminder, reminder.due());
    }

    public static Delayed now(Message message) {
        return new Delayed(message, Instant.EPOCH);
    }
}
