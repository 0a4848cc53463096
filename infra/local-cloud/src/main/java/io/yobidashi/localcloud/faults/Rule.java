package io.yobidashi.localcloud.faults;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One rule of a plan.
 *
 * @param route one route of the cloud, or {@code *} for all
 * @param status the HTTP status of {@link Kind#STATUS}; empty: the one that suits the error
 * @param seconds how long, for the kinds that take time; for {@link Kind#AWAY} from the moment that the plan is set
 * @param times how often it applies at most; empty: until the plan is replaced
 * @param probability from 0 to 1, drawn for each request that the rule covers
 * @param error the error in the words of the real service; empty: the one that suits the status
 */
record Rule(
        String route,
        Kind kind,
        OptionalInt status,
        double seconds,
        OptionalInt times,
        double probability,
        Optional<String> error) {
    static final String ANY = "*";

    /** {@code *} means requests over HTTP, one by one; the messages of the broker are meant only when the broker goes. */
    boolean covers(String wanted) {
        boolean any = route.equals(ANY) && (kind == Kind.AWAY || !wanted.equals(IotWire.MQTT));
        return any || route.equals(wanted);
    }

    long nanos() {
        return (long) (seconds * 1e9);
    }

    long millis() {
        return Math.max(1, Math.round(seconds * 1000));
    }

    /** What {@code Retry-After} says: whole seconds. */
    String retryAfter() {
        return Long.toString((long) Math.ceil(seconds));
    }
}
