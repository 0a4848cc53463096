package io.yobidashi.dashboard.board;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.roster.Button;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of everybody's buttons. Immutable. Rows come over two roads, in any order: the higher version wins within
 * one subscription; a new one begins to compare anew, since a shadow may have been deleted meanwhile.
 */
public final class ButtonBoard {
    public static final ButtonBoard EMPTY = new ButtonBoard(Map.of(), Map.of());

    private final Map<String, ButtonsRow> rows;
    private final Map<String, Long> compared;

    private ButtonBoard(Map<String, ButtonsRow> rows, Map<String, Long> compared) {
        this.rows = Map.copyOf(rows);
        this.compared = Map.copyOf(compared);
    }

    /** The same rows, each to be replaced by whatever comes next. */
    public ButtonBoard resubscribed() {
        return new ButtonBoard(rows, Map.of());
    }

    /** The board with a row that was heard or read; empty where a newer one of this subscription is held. */
    public Optional<ButtonBoard> with(ButtonsRow row) {
        Long held = compared.get(row.person());
        if (held != null && held >= row.version()) {
            return Optional.empty();
        }
        Map<String, ButtonsRow> newRows = new HashMap<>(rows);
        newRows.put(row.person(), row);
        Map<String, Long> newCompared = new HashMap<>(compared);
        newCompared.put(row.person(), row.version());
        return Optional.of(new ButtonBoard(newRows, newCompared));
    }

    /** {@link ButtonHealth#UNKNOWN} for a button that was never noted, or not yet read. */
    public ButtonHealth health(Button button) {
        ButtonsRow row = rows.get(button.person());
        return row == null ? ButtonHealth.UNKNOWN : row.buttons().getOrDefault(button.id(), ButtonHealth.UNKNOWN);
    }

    /** Of the shadow that tells of this button; 0 where none does. */
    public long version(Button button) {
        ButtonsRow row = rows.get(button.person());
        return row == null ? 0 : row.version();
    }
}
