package io.yobidashi.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.core.testing.DoorLimitsContract;
import java.util.Map;

/** Limits that a test can wait for. */
public final class ShortLimits implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return DoorLimitsContract.SETTINGS;
    }

    @Override
    public void stop() {
        // They end with the service.
    }
}
