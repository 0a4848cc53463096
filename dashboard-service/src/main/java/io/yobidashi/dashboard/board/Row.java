package io.yobidashi.dashboard.board;

import io.yobidashi.core.status.PersonStatus;

/**
 * What one version of a person's shadow says.
 *
 * @param version the shadow's version, from 1 up; 0 for a shadow that was never written
 */
public record Row(PersonStatus status, long version) {

    /** Somebody whose shadow was never written is idle. */
    public static Row unwritten(String person) {
        return new Row(PersonStatus.unknown(person), 0);
    }

    public String person() {
        return status.person();
    }
}
