package io.yobidashi.core.testing;

import io.yobidashi.core.buttons.ButtonHealth;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.WriteResult;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;

/** The twin of the named shadows. A test can take them away, and can have somebody else write before the next write. */
public final class InMemoryButtonShadows implements ButtonShadows {
    private final Map<String, ButtonsRow> rows = new HashMap<>();
    private boolean away;
    private int writes;
    private Runnable beforeNextWrite = () -> {};

    public synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** Runs once, just before the next write is looked at. */
    public synchronized void beforeNextWrite(Runnable action) {
        beforeNextWrite = action;
    }

    /** How many writes were accepted, the creations left out. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public synchronized ButtonsRow read(String person) {
        checkNear();
        return rows.getOrDefault(person, new ButtonsRow(person, Map.of(), 0));
    }

    @Override
    public synchronized WriteResult write(ButtonsRow before, Map<String, ButtonHealth> changed) {
        checkNear();
        Runnable action = beforeNextWrite;
        beforeNextWrite = () -> {};
        action.run();
        ButtonsRow held = rows.get(before.person());
        if (held == null) {
            rows.put(before.person(), new ButtonsRow(before.person(), Map.of(), 1));
            return new WriteResult.Conflict();
        }
        if (held.version() != before.version()) {
            return new WriteResult.Conflict();
        }
        Map<String, ButtonHealth> buttons = new HashMap<>(held.buttons());
        buttons.putAll(changed);
        rows.put(before.person(), new ButtonsRow(before.person(), buttons, held.version() + 1));
        writes++;
        return new WriteResult.Written(held.version() + 1);
    }

    private void checkNear() {
        if (away) {
            throw new DependencyAwayException("the shadow service", new ConnectException("refused"));
        }
    }
}
