package io.yobidashi.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.core.testing.DoorLimitsContract;
import java.util.HashMap;
import java.util.Map;

/** Limits that a test can wait for. */
public final class ShortLimits implements QuarkusTestResourceLifecycleManager {
    private static final String LONGER_THAN_BETWEEN_TWO_HEARTBEATS = "8S";

    @Override
    public Map<String, String> start() {
        Map<String, String> limits = new HashMap<>(DoorLimitsContract.SETTINGS);
        limits.put("quarkus.http.idle-timeout", LONGER_THAN_BETWEEN_TWO_HEARTBEATS);
        return limits;
    }

    @Override
    public void stop() {
        // They end with the service.
    }
}
