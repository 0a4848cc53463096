package io.yobidashi.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A board with a token, for few. */
public final class LockedBoard implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "board-token-of-the-test";
    static final int STREAMS = 3;

    @Override
    public Map<String, String> start() {
        return Map.of("YOBIDASHI_BOARD_TOKEN", TOKEN, "YOBIDASHI_BOARD_STREAMS", String.valueOf(STREAMS));
    }

    @Override
    public void stop() {
        // It ends with the service.
    }
}
