package io.yobidashi.localcloud;

import io.yobidashi.localcloud.roster.Roster;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a local cloud is to be.
 *
 * @param data folder for what it keeps; empty: a temporary one, deleted at the end
 */
public record LocalCloudConfig(
        Ports ports,
        Roster roster,
        Neighbours neighbours,
        Secrets secrets,
        Optional<Path> data,
        Clock clock,
        Patience patience) {

    /** With the patience of everyday use. */
    public LocalCloudConfig(
            Ports ports, Roster roster, Neighbours neighbours, Secrets secrets, Optional<Path> data, Clock clock) {
        this(ports, roster, neighbours, secrets, data, clock, Patience.usual());
    }

    /** For tests: free ports, the bundled roster, well-known addresses and secrets, nothing kept. */
    public static LocalCloudConfig ephemeral() {
        return new LocalCloudConfig(
                Ports.free(),
                Roster.bundled(),
                Neighbours.wellKnown(),
                Secrets.wellKnown(),
                Optional.empty(),
                Clock.systemUTC());
    }

    public LocalCloudConfig withPorts(Ports other) {
        return new LocalCloudConfig(other, roster, neighbours, secrets, data, clock, patience);
    }

    public LocalCloudConfig withRoster(Roster other) {
        return new LocalCloudConfig(ports, other, neighbours, secrets, data, clock, patience);
    }

    /** The clock of shadows, Slack and buttons; SQS always goes by the machine's. */
    public LocalCloudConfig withClock(Clock other) {
        return new LocalCloudConfig(ports, roster, neighbours, secrets, data, other, patience);
    }

    public LocalCloudConfig withCallService(Supplier<URI> address) {
        return withNeighbours(new Neighbours(address, neighbours.ackService(), neighbours.board(), neighbours.back()));
    }

    public LocalCloudConfig withAckService(Supplier<URI> address) {
        return withNeighbours(new Neighbours(neighbours.callService(), address, neighbours.board(), neighbours.back()));
    }

    /** How long the doors wait for somebody to say what they want. */
    public LocalCloudConfig withPatience(Patience other) {
        return new LocalCloudConfig(ports, roster, neighbours, secrets, data, clock, other);
    }

    private LocalCloudConfig withNeighbours(Neighbours others) {
        return new LocalCloudConfig(ports, roster, others, secrets, data, clock, patience);
    }
}
