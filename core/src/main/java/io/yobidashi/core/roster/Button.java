package io.yobidashi.core.roster;

import org.jspecify.annotations.Nullable;

/**
 * A button at a booth.
 *
 * @param id the serial number (DSN) or any id of the operator's choice
 * @param person the id of the person in charge
 * @param place the booth
 * @param imsi the SIM's identity, by which SORACOM Beam names the button; absent for buttons without a SIM
 */
public record Button(
        String id, String person, LocalName place, @Nullable String imsi) {
    public Button {
        if (id.isBlank()) {
            throw new BadRosterException("id", "a button needs an id");
        }
    }
}
