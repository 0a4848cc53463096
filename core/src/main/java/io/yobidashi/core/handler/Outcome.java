package io.yobidashi.core.handler;

import java.time.Duration;

/** What is to become of a message after its handling. */
public sealed interface Outcome {
    Outcome DONE = new Done();

    /** For a message about somebody who is not in the roster: there is no shadow of ours to look at. */
    Outcome STRANGER = new Reject("the person is not in the roster");

    /** Delete it: everything it asked for is done, or need not be done. */
    record Done() implements Outcome {}

    /** Return it to the queue: it can't be done yet. */
    record Retry(Duration after, String reason) implements Outcome {}

    /** Send it to the dead-letter queue: it will never be understood. */
    record Reject(String reason) implements Outcome {}
}
