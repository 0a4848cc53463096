package io.yobidashi.aws.wiring;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.yobidashi.aws.roster.LiveRoster;
import io.yobidashi.aws.roster.RosterWatch;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The roster is looked at while the process runs. It is always ready: with an edit that makes no sense the service works
 * on by the roster before, and says so here.
 */
@Readiness
@Singleton
public final class RosterLife implements HealthCheck {
    private final LiveRoster roster;
    private final RosterWatch watch;

    public RosterLife(LiveRoster roster) {
        this.roster = roster;
        this.watch = new RosterWatch(roster);
    }

    void start(@Observes StartupEvent event) {
        watch.start();
    }

    void stop(@Observes ShutdownEvent event) {
        watch.stop();
    }

    @Override
    public HealthCheckResponse call() {
        LiveRoster.Standing standing = roster.standing();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("roster")
                .up()
                .withData("in force since", standing.since().toString())
                .withData("people", standing.roster().people().size())
                .withData("buttons", standing.roster().buttons().size());
        if (standing.refused() != null) {
            answer.withData("edit refused", standing.refused());
        }
        return answer.build();
    }
}
