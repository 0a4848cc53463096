package io.yobidashi.localcloud.faults;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Closes the connections of those who take too long to say what they want: the head of a request must have arrived some
 * time after the connection was opened or the answer before, its body so long after its head. Whoever waits for an
 * answer may wait. Belongs to one event loop.
 */
final class Arrivals {
    private final Vertx vertx;
    private final long millis;
    private final Map<HttpConnection, Line> lines = new HashMap<>();

    Arrivals(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.millis = patience.toMillis();
    }

    void opened(HttpConnection connection) {
        lines.put(connection, new Line(connection));
        connection.closeHandler(gone -> lines.remove(connection).rest());
    }

    /** The head of a request is there. */
    void begun(HttpConnection connection) {
        on(connection, Line::watch);
    }

    /** The whole request is there. */
    void arrived(HttpConnection connection) {
        on(connection, line -> {
            line.waiting++;
            line.rest();
        });
    }

    void answered(HttpConnection connection) {
        on(connection, line -> {
            line.waiting--;
            line.watch();
        });
    }

    /** Of a request that came or ended after its connection did, there is nothing to watch. */
    private void on(HttpConnection connection, Consumer<Line> change) {
        Line line = lines.get(connection);
        if (line != null) {
            change.accept(line);
        }
    }

    private final class Line {
        private final HttpConnection connection;
        private long timer;
        /** Requests that arrived and have no answer yet. */
        private int waiting;

        Line(HttpConnection connection) {
            this.connection = connection;
            this.timer = start();
        }

        void watch() {
            rest();
            timer = start();
        }

        void rest() {
            vertx.cancelTimer(timer);
        }

        private long start() {
            return vertx.setTimer(millis, late -> {
                if (waiting == 0) {
                    connection.close();
                }
            });
        }
    }
}
