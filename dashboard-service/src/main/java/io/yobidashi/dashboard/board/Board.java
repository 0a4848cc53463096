package io.yobidashi.dashboard.board;

import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest known rows of the people in a roster, in its order. Immutable. Rows come over two roads, in any order: the
 * higher version wins, so a board never goes back. A board that starts anew is {@link #unread}: versions count from
 * the beginning again where a shadow was deleted and written anew after more than 48 h (AWS IoT). Somebody of whom
 * nothing is known yet has no row: the board claims nothing of them.
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
        return new Board(roster, Map.of(), people(roster));
    }

    /**
     * The board after the roster was edited: whoever left it is gone, and the shadow of whoever is new has to be read.
     */
    public Board of(Roster edited) {
        Set<String> people = people(edited);
        Map<String, Row> kept = new HashMap<>(rows);
        kept.keySet().retainAll(people);
        Set<String> left = people.stream()
                .filter(person -> !holds(person) || doubtful.contains(person))
                .collect(Collectors.toSet());
        return new Board(edited, kept, left);
    }

    /** The board with a row that was heard; empty where it changes nothing: not newer, or of nobody in the roster. */
    public Optional<Board> heard(Row row) {
        Row held = rows.get(row.person());
        boolean news = holds(row.person()) && (held == null || row.version() > held.version());
        return news ? Optional.of(with(row)) : Optional.empty();
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
        return new Board(roster, rows, people(roster));
    }

    /** True when nobody's shadow is left to be read. */
    public boolean complete() {
        return doubtful.isEmpty();
    }

    /** The roster that the board is of. */
    public Roster roster() {
        return roster;
    }

    /** True for everybody in the roster. */
    public boolean holds(String person) {
        return roster.person(person).isPresent();
    }

    /** True for whoever's row is known. */
    public boolean shows(String person) {
        return rows.containsKey(person);
    }

    public List<Row> rows() {
        return roster.people().stream()
                .map(Person::id)
                .flatMap(id -> Stream.ofNullable(rows.get(id)))
                .toList();
    }

    private Board with(Row row) {
        Map<String, Row> changed = new HashMap<>(rows);
        changed.put(row.person(), row);
        return new Board(roster, changed, doubtful);
    }

    private static Set<String> people(Roster roster) {
        return roster.people().stream().map(Person::id).collect(Collectors.toSet());
    }
}
