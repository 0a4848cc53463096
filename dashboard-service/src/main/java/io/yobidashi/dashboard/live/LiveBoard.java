package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.yobidashi.core.roster.Button;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.BoardListener;
import io.yobidashi.dashboard.board.ButtonBoard;
import io.yobidashi.dashboard.board.ButtonListener;
import io.yobidashi.dashboard.board.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The board and everybody who watches it. Each event is encoded once. Viewers come, and are written to, on the board's
 * own thread only: so nobody misses an event between a first snapshot and what follows.
 */
public final class LiveBoard implements BoardListener, ButtonListener {

    /** A viewer who hears nothing for two of these and more knows that the board may be wrong. */
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Events events;
    private final Clock clock;
    private final Context context;
    private final Set<Viewer> viewers = ConcurrentHashMap.newKeySet();
    private volatile Standing standing = Standing.NOTHING;
    private volatile ButtonBoard buttons = ButtonBoard.EMPTY;
    private volatile Instant changedAt = Instant.EPOCH;
    private Instant lastBeat;

    /**
     * @param build named in every snapshot and heartbeat
     * @param context the thread on which both listeners are called
     */
    public LiveBoard(String build, Clock clock, Context context) {
        this.events = new Events(build, clock);
        this.clock = clock;
        this.context = context;
        this.lastBeat = clock.instant();
    }

    /** From now on viewers hear every {@link #HEARTBEAT} how far the board may be believed. */
    public void start() {
        context.runOnContext(ignored -> context.owner().setPeriodic(HEARTBEAT.toMillis(), timer -> beat()));
    }

    /** Nothing is written when working hours begin or end: who looks has to be told by the clock. */
    void beat() {
        Instant now = clock.instant();
        Instant before = lastBeat;
        lastBeat = now;
        standing.shown()
                .filter(board -> !events.sameAt(board, before, now))
                .ifPresent(board -> broadcast(snapshotOf(board)));
        broadcast(heartbeat());
    }

    @Override
    public void known(Board board) {
        standing = Standing.known(board);
        broadcast(events.snapshot(board, buttons));
        broadcast(heartbeat());
    }

    @Override
    public void changed(Board board, Row row) {
        standing = Standing.known(board);
        changedAt = clock.instant();
        broadcast(events.person(board, row));
    }

    @Override
    public void told(ButtonBoard board, List<Button> changed) {
        buttons = board;
        changed.forEach(button -> broadcast(events.button(button, board)));
    }

    @Override
    public void doubted() {
        standing = standing.doubted(clock.instant());
        broadcast(heartbeat());
    }

    /** Shows the board to one more viewer: what is known of it now, then every change. */
    void attach(Viewer viewer) {
        context.runOnContext(ignored -> {
            boolean shown =
                    standing.shown().map(this::snapshotOf).map(viewer::send).orElse(true);
            if (shown && viewer.send(heartbeat())) {
                viewers.add(viewer);
            }
        });
    }

    void detach(Viewer viewer) {
        context.runOnContext(ignored -> viewers.remove(viewer));
    }

    /** The body of a snapshot; empty before everything was known for the first time. */
    Optional<ObjectNode> snapshot() {
        return standing.shown().map(board -> events.board(board, buttons));
    }

    private Buffer snapshotOf(Board board) {
        return events.snapshot(board, buttons);
    }

    Standing standing() {
        return standing;
    }

    int viewers() {
        return viewers.size();
    }

    /** When a row changed last; the epoch before the first change. */
    Instant changedAt() {
        return changedAt;
    }

    private Buffer heartbeat() {
        return events.heartbeat(standing);
    }

    private void broadcast(Buffer event) {
        viewers.removeIf(viewer -> !viewer.send(event));
    }
}
