package io.yobidashi.core.port;

import io.yobidashi.core.status.PersonStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a shadow. The instants are of the shadow service's clock, in whole seconds, so that they can be
 * compared with each other however wrong our own clocks are.
 *
 * @param version 0 for a missing shadow
 * @param callSince since when the shadow has had its call's id; absent without a call
 * @param claimSince since when somebody has claimed to be posting; absent without a claim
 * @param readAt when the service answered
 */
public record ShadowRow(
        PersonStatus status,
        long version,
        @Nullable Instant callSince,
        @Nullable Instant claimSince,
        Instant readAt) {

    /** This row as our own accepted write left it. */
    public ShadowRow written(PersonStatus next, long newVersion) {
        return new ShadowRow(next, newVersion, callSince, null, readAt);
    }
}
