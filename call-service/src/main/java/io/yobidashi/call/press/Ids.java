package io.yobidashi.call.press;

import java.time.Duration;
import java.time.Instant;

/** The ids that presses get where the sender gives none: the same press has the same id by whatever copy it comes. */
final class Ids {
    /**
     * How long a number of the button's stands for one press. Copies on the network come within seconds, a count that
     * starts again (a new battery) comes to the same number much later.
     */
    static final Duration WINDOW = Duration.ofMinutes(10);

    private Ids() {}

    /** One SIM sends one press at an instant. */
    static String ofTransport(String imsi, Instant at) {
        return imsi + "-" + at.toEpochMilli();
    }

    static String ofSequence(String sender, long sequence, Instant at) {
        return sender + "-" + sequence + "-" + Math.floorDiv(at.toEpochMilli(), WINDOW.toMillis());
    }
}
