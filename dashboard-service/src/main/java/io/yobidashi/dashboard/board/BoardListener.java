package io.yobidashi.dashboard.board;

/** Hears what becomes known, one call at a time, always on the same thread. */
public interface BoardListener {

    /** Everything is known: this replaces all that was heard before. */
    void known(Board board);

    /** One row of a board that is known has a newer version. */
    void changed(Board board, Row row);

    /** From now on changes may be missed, until {@link #known} is called again. */
    void doubted();
}
