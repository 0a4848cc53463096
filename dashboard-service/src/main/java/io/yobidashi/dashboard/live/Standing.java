package io.yobidashi.dashboard.live;

import io.yobidashi.dashboard.board.Board;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown at one moment, and how far it may be believed. Immutable.
 *
 * @param board the newest complete board; absent before the first
 * @param doubtedAt since when changes may have been missed; absent while none can be
 */
record Standing(@Nullable Board board, @Nullable Instant doubtedAt) {
    static final Standing NOTHING = new Standing(null, null);

    static Standing known(Board board) {
        return new Standing(board, null);
    }

    Standing doubted(Instant at) {
        return up() ? new Standing(board, at) : this;
    }

    Optional<Board> shown() {
        return Optional.ofNullable(board);
    }

    boolean up() {
        return board != null && doubtedAt == null;
    }

    /** The last instant at which the board was known to be right: absent if it never was. */
    Optional<Instant> confirmedAt(Instant now) {
        return up() ? Optional.of(now) : Optional.ofNullable(doubtedAt);
    }
}
