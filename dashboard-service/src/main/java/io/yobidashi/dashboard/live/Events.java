package io.yobidashi.dashboard.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.yobidashi.core.roster.Button;
import io.yobidashi.dashboard.board.Board;
import io.yobidashi.dashboard.board.ButtonBoard;
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
    ObjectNode board(Board board, ButtonBoard buttons) {
        Instant now = clock.instant();
        ObjectNode json = head(now);
        PersonJson people = new PersonJson(board.roster());
        ArrayNode rows = json.putArray("people");
        board.rows().forEach(row -> rows.add(people.of(row, now)));
        ArrayNode all = json.putArray("buttons");
        board.roster().buttons().forEach(button -> all.add(ButtonJson.of(button, buttons)));
        return json;
    }

    /** True where all rows say the same at both instants: time alone has changed nothing. */
    boolean sameAt(Board board, Instant before, Instant now) {
        return board.rows().stream().map(Row::status).allMatch(row -> board.roster()
                .effective(row, before)
                .equals(board.roster().effective(row, now)));
    }

    Buffer snapshot(Board board, ButtonBoard buttons) {
        return event("snapshot", board(board, buttons));
    }

    Buffer button(Button button, ButtonBoard buttons) {
        return event("button", ButtonJson.of(button, buttons));
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
