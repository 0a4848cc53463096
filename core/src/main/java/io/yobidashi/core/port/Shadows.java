package io.yobidashi.core.port;

import io.yobidashi.core.status.PersonStatus;

/** The device shadows of the people: the state of everything, guarded by its version. Both calls block. */
public interface Shadows {
    /**
     * What the shadow says now. A missing shadow reads as idle with version 0.
     *
     * @throws DependencyAwayException where the service can't be asked
     * @throws UnreadableShadowException where it holds what is no status of ours
     */
    ShadowRow read(String person);

    /**
     * Replaces what {@code before} said, unless somebody else changed it since: then nothing changes. A missing
     * shadow is created empty first, which answers {@link WriteResult.Conflict}: read and decide again.
     *
     * @throws DependencyAwayException where the service can't be asked, or does not tell whether it wrote
     */
    WriteResult write(ShadowRow before, PersonStatus next);
}
