package io.yobidashi.call.slack;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether Slack takes what is posted, as a detail of a check that is always up: a restart would not change its mind. */
public final class SlackHealth implements HealthCheck {
    private final WatchedSlack slack;

    public SlackHealth(WatchedSlack slack) {
        this.slack = slack;
    }

    @Override
    public HealthCheckResponse call() {
        String posting = slack.refusal()
                .map(refusal -> "refused since " + refusal.since() + ": " + refusal.word())
                .orElse("not refused");
        return HealthCheckResponse.named("slack")
                .up()
                .withData("posting", posting)
                .build();
    }
}
