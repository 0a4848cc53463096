package io.yobidashi.dashboard.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What an operator wants to see of the board from afar. */
@ApplicationScoped
public class BoardMetrics {
    private final LiveBoard board;
    private final Clock clock;

    BoardMetrics(LiveBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start, MeterRegistry registry) {
        Gauge.builder("yobidashi.board.viewers", board, LiveBoard::viewers)
                .description("Streams that are open")
                .register(registry);
        Gauge.builder("yobidashi.board.known", board, shown -> shown.standing().up() ? 1 : 0)
                .description("1 while no change can be missed, else 0")
                .register(registry);
        Gauge.builder("yobidashi.board.unknown.for", board, this::unknownFor)
                .description("How long changes may have been missed; 0 while none can be, NaN before the first reading")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("yobidashi.board.last.change.age", board, shown -> secondsSince(shown.changedAt()))
                .description("Since the newest change of a row; NaN before the first")
                .baseUnit("seconds")
                .register(registry);
    }

    private double unknownFor(LiveBoard shown) {
        return secondsSince(shown.standing().confirmedAt(clock.instant()).orElse(Instant.EPOCH));
    }

    private double secondsSince(Instant instant) {
        return instant.equals(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(instant, clock.instant()).toMillis() / 1e3;
    }
}
