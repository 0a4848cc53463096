package io.yobidashi.dashboard.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every shadow was read for the first time. A later outage of the broker is told as a detail: taking away
 * the page that says "the board may be wrong" would help nobody.
 */
@Readiness
@ApplicationScoped
public class BoardRead implements HealthCheck {
    private final LiveBoard board;
    private final Clock clock;

    BoardRead(LiveBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Standing standing = board.standing();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("board read")
                .status(standing.shown().isPresent())
                .withData("cloud", standing.up() ? "up" : "down")
                .withData("viewers", board.viewers());
        standing.confirmedAt(clock.instant()).ifPresent(at -> answer.withData("confirmedAt", at.toString()));
        return answer.build();
    }
}
