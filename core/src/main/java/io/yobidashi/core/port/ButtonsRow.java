package io.yobidashi.core.port;

import io.yobidashi.core.buttons.ButtonHealth;
import java.util.Map;

/**
 * One reading of what a person's buttons said.
 *
 * @param buttons by their ids; those that were never noted are missing
 * @param version 0 for a missing shadow
 */
public record ButtonsRow(String person, Map<String, ButtonHealth> buttons, long version) {
    public ButtonsRow {
        buttons = Map.copyOf(buttons);
    }
}
