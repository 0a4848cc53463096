package io.yobidashi.localcloud.buttons;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.util.Arrays;
import java.util.Optional;

/** How full the battery is: the four levels that a SORACOM LTE-M Button Plus knows ("Button Plus" format page). */
public enum Battery {
    QUARTER(1),
    HALF(2),
    THREE_QUARTERS(3),
    FULL(4);

    private static final int EMPTY_MILLIVOLTS = 2000;
    private static final int MILLIVOLTS_PER_QUARTER = 250;

    private final int quarters;

    Battery(int quarters) {
        this.quarters = quarters;
    }

    /** By its level as text: {@code 0.25}, {@code 0.5}, {@code 0.75} or {@code 1}. */
    static Optional<Battery> of(String level) {
        return Arrays.stream(values())
                .filter(battery -> battery.level().toString().equals(level))
                .findFirst();
    }

    /** 0.25, 0.5, 0.75, or a bare 1 as it arrives when full. */
    NumericNode level() {
        return this == FULL ? IntNode.valueOf(1) : DoubleNode.valueOf(quarters / 4.0);
    }

    /** 1-Click's remaining life, which is a percentage in practice. */
    double percent() {
        return quarters * 25.0;
    }

    /** 3000 when full and 2000 when empty, values that the vendors' examples show; the steps between are ours. */
    int millivolts() {
        return EMPTY_MILLIVOLTS + quarters * MILLIVOLTS_PER_QUARTER;
    }
}
