package io.yobidashi.core.simulation;

import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.SlackChannel;
import java.time.Clock;

/** All that one process sees of the world. */
record Ports(Shadows shadows, MessageSender sender, SlackChannel slack, Clock clock) {
    Ports with(Shadows other) {
        return new Ports(other, sender, slack, clock);
    }

    Ports with(MessageSender other) {
        return new Ports(shadows, other, slack, clock);
    }

    Ports with(SlackChannel other) {
        return new Ports(shadows, sender, other, clock);
    }
}
