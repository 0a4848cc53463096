package io.yobidashi.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Copy;
import io.yobidashi.systemtests.running.LastingStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Viewers of every copy of the board: all that was shown of each person, by version, whoever showed it. */
final class Boards implements Verdict.Shown, AutoCloseable {
    private final Map<String, ConcurrentNavigableMap<Long, Row>> shown = new ConcurrentHashMap<>();
    private final Queue<String> backwards = new ConcurrentLinkedQueue<>();
    private final List<LastingStream> streams = new ArrayList<>();

    /** @param seenAt in epoch milliseconds, when the first board showed it */
    record Row(JsonNode json, long seenAt) {
        String state() {
            return json.path("state").asText();
        }

        String call() {
            return json.path("call").asText("");
        }
    }

    Boards(Cluster cluster) {
        for (Copy copy : cluster.copies("dashboard-service")) {
            Viewer viewer = new Viewer(copy.name());
            streams.add(new LastingStream(() -> copy.uri("/api/stream"), viewer::event));
        }
    }

    /** The newest that any board has shown. */
    Optional<Row> last(String person) {
        return Optional.ofNullable(shown.get(person))
                .map(ConcurrentNavigableMap::lastEntry)
                .map(Map.Entry::getValue);
    }

    @Override
    public ConcurrentNavigableMap<Long, Row> rows(String person) {
        return shown.computeIfAbsent(person, any -> new ConcurrentSkipListMap<>());
    }

    @Override
    public List<String> backwards() {
        return List.copyOf(backwards);
    }

    private void take(JsonNode row) {
        rows(row.path("id").asText())
                .putIfAbsent(row.path("version").asLong(), new Row(row, System.currentTimeMillis()));
    }

    @Override
    public void close() {
        streams.forEach(LastingStream::close);
    }

    /** Of one copy; used by its stream's thread only. */
    private final class Viewer {
        private final String board;
        private final Map<String, Long> versions = new HashMap<>();
        private int current;

        Viewer(String board) {
            this.board = board;
        }

        void event(int connection, String name, JsonNode data) {
            if (connection != current) {
                versions.clear();
                current = connection;
            }
            if (name.equals("snapshot")) {
                data.path("people").forEach(row -> check(row, true));
            } else if (name.equals("person")) {
                check(data, false);
            }
        }

        /** A snapshot may show once more what was shown; a row is sent because it is newer. */
        private void check(JsonNode row, boolean again) {
            String person = row.path("id").asText();
            long version = row.path("version").asLong();
            Long before = versions.put(person, version);
            if (before != null && (again ? version < before : version <= before)) {
                backwards.add("%s showed version %d of %s after %d".formatted(board, version, person, before));
            }
            take(row);
        }
    }
}
