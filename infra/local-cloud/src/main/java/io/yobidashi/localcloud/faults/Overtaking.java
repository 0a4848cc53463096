package io.yobidashi.localcloud.faults;

import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that are held: for some time, or until the next one of their route passes, at most one per route. Belongs to
 * one event loop.
 */
final class Overtaking {
    private final Vertx vertx;
    private final Map<String, Parked> parked = new HashMap<>();

    Overtaking(Vertx vertx) {
        this.vertx = vertx;
    }

    boolean waiting(String route) {
        return parked.containsKey(route);
    }

    void park(String route, long millis, Runnable goOn) {
        Parked mine = new Parked(goOn);
        parked.put(route, mine);
        vertx.setTimer(millis, expired -> {
            parked.remove(route, mine);
            mine.release();
        });
    }

    /** For the request that passes: what it has to run when it is through. */
    Runnable overtake(String route) {
        Parked overtaken = parked.remove(route);
        return overtaken == null ? () -> {} : overtaken::release;
    }

    void clear(String cloud) {
        List<String> routes = parked.keySet().stream()
                .filter(route -> route.startsWith(cloud + "/"))
                .toList();
        routes.forEach(route -> parked.remove(route).release());
    }

    private static final class Parked {
        private final Runnable goOn;
        private boolean released;

        private Parked(Runnable goOn) {
            this.goOn = goOn;
        }

        private void release() {
            if (!released) {
                released = true;
                goOn.run();
            }
        }
    }
}
