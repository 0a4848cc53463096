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
        Ports ports, Roster roster, Neighbours neighbours, Secrets secrets, Optional<Path> data, Clock clock) {

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
        return new LocalCloudConfig(other, roster, neighbours, secrets, data, clock);
    }

    public LocalCloudConfig withRoster(Roster other) {
        return new LocalCloudConfig(ports, other, neighbours, secrets, data, clock);
    }

    /** The clock of shadows, Slack and buttons; SQS always goes by the machine's. */
    public LocalCloudConfig withClock(Clock other) {
        return new LocalCloudConfig(ports, roster, neighbours, secrets, data, other);
    }

    public LocalCloudConfig withCallService(Supplier<URI> address) {
        return withNeighbours(new Neighbours(address, neighbours.ackService(), neighbours.board(), neighbours.back()));
    }

    public LocalCloudConfig withAckService(Supplier<URI> address) {
        return withNeighbours(new Neighbours(neighbours.callService(), address, neighbours.board(), neighbours.back()));
    }

    private LocalCloudConfig withNeighbours(Neighbours others) {
        return new LocalCloudConfig(ports, roster, others, secrets, data, clock);
    }
}
