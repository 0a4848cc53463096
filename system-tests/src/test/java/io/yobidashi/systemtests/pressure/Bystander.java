package io.yobidashi.systemtests.pressure;

import static org.awaitility.Awaitility.await;

import io.yobidashi.systemtests.running.BoardStream;
import io.yobidashi.systemtests.running.EventStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Somebody else, whose button is pressed now and then: how long it takes until the board shows it. */
final class Bystander {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Flood door;
    private final BoardStream board;
    private final String person;
    private int presses;

    /** @param door accepts every press, in time */
    Bystander(Flood door, BoardStream board, String person) {
        this.door = door;
        this.board = board;
        this.person = person;
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

    private long once() {
        long begun = System.nanoTime();
        // Where the door is full for a moment the visitor presses again.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> door.press(List.of(BigRoster.button(person)), 1).allAccepted() == 1);
        presses++;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> shown().isPresent());
        return (shown().orElseThrow().arrivedNanos() - begun) / 1_000_000;
    }

    private Optional<EventStream.Event> shown() {
        return board.rows(person).stream()
                .filter(row -> row.data().path("presses").asInt() >= presses)
                .findFirst();
    }
}
