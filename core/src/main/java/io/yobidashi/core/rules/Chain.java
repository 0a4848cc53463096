package io.yobidashi.core.rules;

import java.util.List;
import java.util.Set;

/**
 * Who could be asked next, as it was when the event was handled.
 *
 * @param free the stand-ins in their order who are free: not on do not disturb and idle; if none is idle, those only
 *     busy
 * @param away who is not to be asked: the stand-ins on do not disturb, and whoever has left the roster
 */
public record Chain(List<String> free, Set<String> away) {
    public static final Chain NONE = new Chain(List.of(), Set.of());

    public Chain {
        free = List.copyOf(free);
        away = Set.copyOf(away);
    }
}
