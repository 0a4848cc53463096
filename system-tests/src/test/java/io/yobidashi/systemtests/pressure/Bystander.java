package io.yobidashi.systemtests.pressure;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.LastingStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * Somebody else, whose button is pressed now and then: how long it takes until the board shows it. As any browser they
 * come again when the board lets them go, which it does with viewers who are slower than a flood.
 */
final class Bystander implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Flood door;
    private final LastingStream board;
    private final String person;
    /** When so many presses were shown first, by {@link System#nanoTime}. */
    private final NavigableMap<Integer, Long> shown = new ConcurrentSkipListMap<>();

    private int presses;
    private int unsure;

    /** @param door accepts every press, in time */
    Bystander(Flood door, URI stream, String person) {
        this.door = door;
        this.person = person;
        this.board = new LastingStream(() -> stream, (connection, name, data) -> look(name, data));
        await().atMost(PATIENCE).until(() -> !shown.isEmpty());
    }

    private void look(String name, JsonNode data) {
        if (name.equals("snapshot")) {
            data.path("people").forEach(this::look);
        } else if (name.equals("person")) {
            look(data);
        }
    }

    private void look(JsonNode row) {
        if (row.path("id").asText().equals(person)) {
            shown.putIfAbsent(row.path("presses").asInt(), System.nanoTime());
        }
    }

    /** Presses again and again, each time when the board has shown the one before; the times in milliseconds. */
    List<Long> press(int times) {
        List<Long> latencies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            latencies.add(once());
        }
        return latencies;
    }

    List<Long> pressUntil(BooleanSupplier over) {
        List<Long> latencies = new ArrayList<>();
        do {
            latencies.add(once());
        } while (!over.getAsBoolean());
        return latencies;
    }

    /** How many presses the door has accepted. */
    int accepted() {
        return presses;
    }

    /** How many were refused that the queue may have all the same. */
    int unsure() {
        return unsure;
    }

    private long once() {
        long begun = System.nanoTime();
        // Where the door is full for a moment the visitor presses again.
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(this::isAccepted);
        presses++;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> shown.ceilingEntry(presses) != null);
        return (shown.ceilingEntry(presses).getValue() - begun) / 1_000_000;
    }

    private boolean isAccepted() {
        String button = BigRoster.button(person);
        Flood.Result result = door.press(List.of(button), 1);
        unsure += result.unsureOf(button);
        return result.allAccepted() == 1;
    }

    @Override
    public void close() {
        board.close();
    }
}
