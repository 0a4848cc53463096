package io.yobidashi.systemtests.bench;

import static org.awaitility.Awaitility.await;

import io.yobidashi.systemtests.running.BoardStream;
import io.yobidashi.systemtests.running.Booth;
import io.yobidashi.systemtests.running.EventStream;
import io.yobidashi.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures, on a system of its own that is otherwise idle, how long it takes from a press to the mention in Slack and to
 * the board. The first press, when nothing is warm yet, is told apart. Run it as docs/performance.md says.
 */
public final class PressLatency {
    private static final int PRESSES = 20;
    private static final String BUTTON = "G030PM0000000003";
    private static final String PERSON = "tanaka";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private PressLatency() {}

    public static void main(String[] args) throws IOException {
        Path home = Files.createTempDirectory("yobidashi-bench");
        Map<String, String> settings = Map.of("YOBIDASHI_CALLING_TIMEOUT", "1s", "YOBIDASHI_REMIND_AFTER", "1h");
        try (RunningSystem system = RunningSystem.up(home, settings);
                BoardStream board = new BoardStream(system.board("/api/stream"));
                EventStream slack = new EventStream(system.cloud("/slack/stream"))) {
            await().atMost(PATIENCE).until(() -> board.has("snapshot"));
            Booth booth = new Booth(system);
            List<Double> toSlack = new ArrayList<>();
            List<Double> toBoard = new ArrayList<>();
            for (int i = 0; i <= PRESSES; i++) {
                int calls = i + 1;
                long begun = System.nanoTime();
                booth.press(BUTTON);
                await().atMost(PATIENCE)
                        .until(() ->
                                opened(board).size() == calls && mentions(slack).size() == calls);
                toBoard.add(millis(opened(board).get(i).arrivedNanos() - begun));
                toSlack.add(millis(mentions(slack).get(i).arrivedNanos() - begun));
                await().atMost(PATIENCE).until(() -> "idle".equals(lastState(board)));
            }
            print("press to board", toBoard);
            print("press to mention", toSlack);
        }
    }

    /** The first row of each call. */
    private static List<EventStream.Event> opened(BoardStream board) {
        List<EventStream.Event> opened = new ArrayList<>();
        String before = "";
        for (EventStream.Event row : board.rows(PERSON)) {
            String call = row.data().path("call").asText();
            if (row.data().path("state").asText().equals("calling") && !call.equals(before)) {
                opened.add(row);
                before = call;
            }
        }
        return opened;
    }

    private static List<EventStream.Event> mentions(EventStream slack) {
        return slack.events().stream()
                .filter(event -> event.data().toString().contains("<@UTANAKA>"))
                .filter(event -> !event.data().has("edited"))
                .toList();
    }

    private static String lastState(BoardStream board) {
        List<String> states = board.states(PERSON);
        return states.get(states.size() - 1);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static void print(String what, List<Double> times) {
        List<Double> warm = new ArrayList<>(times.subList(1, times.size()));
        Collections.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%-17s first %6.0f ms; then median %4.0f ms, p90 %4.0f ms, most %4.0f ms (%d presses)%n",
                what,
                times.get(0),
                warm.get(warm.size() / 2),
                warm.get(warm.size() * 9 / 10),
                warm.get(warm.size() - 1),
                warm.size());
    }
}
