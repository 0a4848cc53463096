package io.yobidashi.dashboard.board;

import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The newest known row of everybody in the roster, in its order. Immutable. Rows come over two roads, in any order: the
 * higher version wins, so a board never goes back. A board that starts anew is {@link #unread}: versions count from
 * the beginning again where a shadow was deleted and written anew after more than 48 h (AWS IoT).
 */
public final class Board {
    private final Roster roster;
    private final Map<String, Row> rows;
    private final Set<String> doubtful;

    private Board(Roster roster, Map<String, Row> rows, Set<String> doubtful) {
        this.roster = roster;
        this.rows = Collections.unmodifiableMap(rows);
        this.doubtful = Set.copyOf(doubtful);
    }

    /** Nothing is known yet: everybody's shadow has to be read. */
    public static Board unread(Roster roster) {
        Map<String, Row> rows = new LinkedHashMap<>();
        roster.people().stream().map(Person::id).forEach(id -> rows.put(id, Row.unwritten(id)));
        return new Board(roster, rows, rows.keySet());
    }

    /** The board with a row that was heard; empty where it changes nothing: not newer, or of nobody in the roster. */
    public Optional<Board> heard(Row row) {
        Row held = rows.get(row.person());
        return held == null || row.version() <= held.version() ? Optional.empty() : Optional.of(with(row));
    }

    /** The board with a person's shadow read: what was heard meanwhile wins where it is newer. */
    public Board read(Row row) {
        Board merged = heard(row).orElse(this);
        Set<String> left = new HashSet<>(doubtful);
        left.remove(row.person());
        return new Board(roster, merged.rows, left);
    }

    /** The same rows after something was missed: everybody's shadow has to be read again. */
    public Board doubting() {
        return new Board(roster, rows, rows.keySet());
    }

    /** True when nobody's shadow is left to be read. */
    public boolean complete() {
        return doubtful.isEmpty();
    }

    /** The roster that the board is of: everybody on it is in there. */
    public Roster roster() {
        return roster;
    }

    public boolean holds(String person) {
        return rows.containsKey(person);
    }

    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    private Board with(Row row) {
        Map<String, Row> changed = new LinkedHashMap<>(rows);
        changed.put(row.person(), row);
        return new Board(roster, changed, doubtful);
    }
}
