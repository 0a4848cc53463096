package io.yobidashi.dashboard.board;

import io.yobidashi.core.roster.Button;
import java.util.List;

/** Hears how the buttons are, one call at a time, always on the thread of the {@link BoardListener}. */
@FunctionalInterface
public interface ButtonListener {
    /** @param changed the buttons of which something else is known than before */
    void told(ButtonBoard board, List<Button> changed);
}
