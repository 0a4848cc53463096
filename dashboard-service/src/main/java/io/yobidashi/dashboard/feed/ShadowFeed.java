package io.yobidashi.dashboard.feed;

import io.vertx.core.Context;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.BoardListener;
import io.yobidashi.dashboard.board.Row;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Keeps a board true. At each subscription every shadow is read once, after subscribing, and merged with what is heard
 * meanwhile: a change is either in the reading or comes as a message, mostly both, never neither.
 *
 * <pre>
 *   doubtful ──▶ subscribed, reading ──▶ known ──▶ (lost, or a message that can't be read) ──▶ doubtful
 * </pre>
 *
 * All state belongs to one Vert.x context: the public methods hand over to it and return at once.
 */
public final class ShadowFeed implements MqttLink.Listener {

    /** AWS IoT publishes the whole document here after each accepted update, by whatever road it came. */
    public static final String TOPIC_FILTER = "$aws/things/+/shadow/update/documents";

    private static final Logger LOG = Logger.getLogger(ShadowFeed.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);

    private final Rosters rosters;
    private final Shadows shadows;
    private final BoardListener listener;
    private final Context context;
    private final Executor readers;
    private Board board;
    private boolean known;
    /** Counts what made readings necessary: one that began before the newest of them proves nothing any more. */
    private long epoch;

    private boolean warned;

    /**
     * @param context the one thread on which the board lives
     * @param readers runs the blocking readings
     */
    public ShadowFeed(Rosters rosters, Shadows shadows, BoardListener listener, Context context, Executor readers) {
        this.rosters = rosters;
        this.shadows = shadows;
        this.listener = listener;
        this.context = context;
        this.readers = readers;
        this.board = Board.unread(rosters.current());
    }

    @Override
    public void subscribed() {
        context.runOnContext(ignored -> readAll(Board.unread(rosters.current())));
    }

    @Override
    public void lost() {
        context.runOnContext(ignored -> {
            doubt();
            board = board.doubting();
        });
    }

    @Override
    public void received(String topic, byte[] payload) {
        context.runOnContext(ignored -> hear(ShadowDocument.thing(topic), payload));
    }

    /** To be called after each edit: whoever has left vanishes at once, whoever is new is shown once they were read. */
    public void rosterChanged() {
        context.runOnContext(ignored -> follow(rosters.current()));
    }

    private void follow(Roster edited) {
        Roster before = board.roster();
        board = board.of(edited);
        if (known) {
            listener.known(board);
        }
        edited.people().stream()
                .map(Person::id)
                .filter(person -> before.person(person).isEmpty())
                .forEach(person -> read(person, 0));
        tellIfComplete();
    }

    private void hear(String thing, byte[] payload) {
        if (!board.holds(thing)) {
            LOG.debugf("a document of %s, which is not in the roster", thing);
            return;
        }
        try {
            take(ShadowDocument.row(thing, payload));
        } catch (UnreadableShadowException e) {
            LOG.warnf("a message over MQTT is no use, reading the shadows instead: %s", e.getMessage());
            readAll(board.doubting());
        }
    }

    /** The first row of somebody who is new to the roster has its place on the board, so all of it is told. */
    private void take(Row row) {
        boolean first = !board.shows(row.person());
        board.heard(row).ifPresent(newer -> {
            board = newer;
            if (known && first) {
                listener.known(newer);
            } else if (known) {
                listener.changed(newer, row);
            }
        });
    }

    private void readAll(Board from) {
        doubt();
        board = from;
        from.roster().people().stream().map(Person::id).forEach(person -> read(person, 0));
    }

    private void read(String person, int failures) {
        long begun = epoch;
        readers.execute(() -> {
            try {
                ShadowRow shadow = shadows.read(person);
                Row row = new Row(shadow.status(), shadow.version());
                context.runOnContext(ignored -> hasRead(row, begun));
            } catch (RuntimeException e) {
                context.runOnContext(ignored -> failedToRead(person, begun, failures, e));
            }
        });
    }

    private void hasRead(Row row, long begun) {
        if (begun != epoch) {
            return;
        }
        take(row);
        board = board.read(row);
        tellIfComplete();
    }

    private void tellIfComplete() {
        if (!known && board.complete()) {
            known = true;
            listener.known(board);
        }
    }

    private void failedToRead(String person, long begun, int failures, RuntimeException failure) {
        if (begun != epoch) {
            return;
        }
        Logger.Level level = warned ? Logger.Level.DEBUG : Logger.Level.WARN;
        warned = true;
        LOG.logf(
                level,
                "the board waits for the shadow of %s, trying until it is read: %s",
                person,
                failure.getMessage());
        long wait = Math.min(FIRST_RETRY.toMillis() << Math.min(failures, 10), LONGEST_RETRY.toMillis());
        context.owner().setTimer(wait, ignored -> {
            if (begun == epoch && board.holds(person)) {
                read(person, failures + 1);
            }
        });
    }

    private void doubt() {
        epoch++;
        warned = false;
        if (known) {
            known = false;
            listener.doubted();
        }
    }
}
