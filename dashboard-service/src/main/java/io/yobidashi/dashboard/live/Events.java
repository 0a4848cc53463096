package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.Row;
import java.time.Clock;
import java.time.Instant;

/** Encodes what viewers get, as JSON and as Server-Sent Events. */
final class Events {
    private final String build;
    private final Clock clock;

    /** @param build tells the page whether it is as new as the service */
    Events(String build, Clock clock) {
        this.build = build;
        this.clock = clock;
    }

    /** The body of a snapshot. */
    ObjectNode board(Board board) {
        Instant now = clock.instant();
        ObjectNode json = head(now);
        PersonJson people = new PersonJson(board.roster());
        board.rows().forEach(row -> json.withArray("people").add(people.of(row, now)));
        return json;
    }

    Buffer snapshot(Board board) {
        return event("snapshot", board(board));
    }

    Buffer person(Board board, Row row) {
        return event("person", new PersonJson(board.roster()).of(row, clock.instant()));
    }

    Buffer heartbeat(Standing standing) {
        Instant now = clock.instant();
        return event(
                "heartbeat",
                head(now)
                        .put("cloud", standing.up() ? "up" : "down")
                        .put(
                                "confirmedAt",
                                standing.confirmedAt(now)
                                        .map(Instant::toEpochMilli)
                                        .orElse(null)));
    }

    private ObjectNode head(Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("serverTime", now.toEpochMilli())
                .put("build", build);
    }

    /** Jackson writes no line breaks, so one data line holds it all. */
    private static Buffer event(String name, ObjectNode data) {
        return Buffer.buffer("event: " + name + "\ndata: " + data + "\n\n");
    }
}
