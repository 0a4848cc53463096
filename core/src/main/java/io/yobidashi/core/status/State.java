package io.yobidashi.core.status;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a person's call stands.
 *
 * <pre>
 *          press                 ok
 *   idle ─────────▶ calling ─────────▶ running
 *    ▲ ▲              │   ▲              │ │
 *    │ └──── reset ───┘   └─── can't ────┘ │
 *    └──────────────── reset ──────────────┘
 *   dnd: instead of idle, while do not disturb is in force
 * </pre>
 */
public enum State {
    IDLE("idle"),
    CALLING("calling"),
    RUNNING("running"),
    DND("dnd");

    private final String wire;

    State(String wire) {
        this.wire = wire;
    }

    /** The name in shadows and messages, as the first system of this kind wrote it. */
    public String wire() {
        return wire;
    }

    public static Optional<State> ofWire(String wire) {
        return Arrays.stream(values()).filter(state -> state.wire.equals(wire)).findFirst();
    }
}
