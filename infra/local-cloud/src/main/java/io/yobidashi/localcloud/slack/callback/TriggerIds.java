package io.yobidashi.localcloud.slack.callback;

import java.time.Clock;
import java.util.UUID;

/** Slack's {@code trigger_id}: two numbers and a digest (the vector of the signature page shows one). Nothing here takes one. */
public record TriggerIds(Clock clock) {
    private static final String TEAM_NUMBER = "1000000000001";

    String next() {
        return clock.millis() + "." + TEAM_NUMBER + "."
                + UUID.randomUUID().toString().replace("-", "");
    }
}
