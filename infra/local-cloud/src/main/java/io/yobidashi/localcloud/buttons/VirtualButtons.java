package io.yobidashi.localcloud.buttons;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Presses buttons, in every dialect, as real ones would. */
public final class VirtualButtons {
    private final Encoder encoder;
    private final Roads roads;
    private final Clock clock;
    private final AtomicLong lastMillis = new AtomicLong();

    public VirtualButtons(Encoder encoder, Roads roads, Clock clock) {
        this.encoder = encoder;
        this.roads = roads;
        this.clock = clock;
    }

    /** @return the answer to each transmission, in the order of sending */
    List<Answer> press(Order order) {
        List<Answer> answers = new ArrayList<>();
        for (int press = 0; press < order.times(); press++) {
            Transmission transmission = encoder.encode(order.press(), order.dialect(), nextInstant());
            for (int copy = 0; copy < order.copies(); copy++) {
                answers.add(roads.send(transmission));
            }
        }
        return answers;
    }

    /** Two presses never share a stamp, else the second would pass for a duplicate of the radio. */
    private Instant nextInstant() {
        return Instant.ofEpochMilli(lastMillis.updateAndGet(last -> Math.max(clock.millis(), last + 1)));
    }
}
