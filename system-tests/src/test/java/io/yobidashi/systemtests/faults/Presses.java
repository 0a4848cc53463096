package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.faults.Crew.Owned;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors: 20 presses a second, each with an id of its own, until closed. A few booths are busy at a time, others
 * later, as at a fair. Nobody presses twice for want of an answer, so that each press is known to be one.
 */
final class Presses implements AutoCloseable {
    private static final int EVERY_MILLIS = 50;
    private static final int BUSY_BOOTHS = 6;
    private static final int PRESSES_PER_SHIFT = 150;
    private static final int MOST = 4_000;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final URI door;
    private final String prefix;
    private final List<Owned> buttons;
    private final Random random;
    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<Press> done = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService visitors = Executors.newFixedThreadPool(64);

    /** What became of a press at the door. */
    enum Answer {
        ACCEPTED,
        REFUSED,
        UNKNOWN
    }

    /** @param status 0 for no answer */
    record Press(String id, String button, String person, int status) {
        Answer answer() {
            return switch (status) {
                case 202 -> Answer.ACCEPTED;
                case 429, 503 -> Answer.REFUSED;
                case 0, 502, 504 -> Answer.UNKNOWN;
                default -> throw new AssertionError("a press was answered " + status);
            };
        }
    }

    Presses(URI door, String prefix, List<Owned> buttons, long seed) {
        this.door = door;
        this.prefix = prefix;
        this.buttons = buttons;
        this.random = new Random(seed);
    }

    void begin() {
        pace.scheduleAtFixedRate(this::next, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void next() {
        int number = sent.incrementAndGet();
        if (number > MOST) {
            pace.shutdown();
            return;
        }
        int first = number / PRESSES_PER_SHIFT * BUSY_BOOTHS;
        Owned button = buttons.get((first + random.nextInt(BUSY_BOOTHS)) % buttons.size());
        visitors.execute(() -> press(prefix + "-" + number, button));
    }

    /** Presses once and waits for the answer. */
    Press press(String id, Owned button) {
        Press press = new Press(id, button.button(), button.person(), send(id, button.button()));
        done.add(press);
        return press;
    }

    /** With a connection of its own, so that each press is balanced, and none is sent again behind our back. */
    private int send(String id, String button) {
        byte[] body = "{\"button\":\"%s\",\"click\":\"SINGLE\",\"id\":\"%s\"}"
                .formatted(button, id)
                .getBytes(StandardCharsets.UTF_8);
        try {
            HttpURLConnection http = (HttpURLConnection) door.toURL().openConnection();
            http.setConnectTimeout(TIMEOUT_MILLIS);
            http.setReadTimeout(TIMEOUT_MILLIS);
            http.setRequestMethod("POST");
            http.setDoOutput(true);
            http.setFixedLengthStreamingMode(body.length);
            http.setRequestProperty("Connection", "close");
            http.setRequestProperty("Content-Type", "application/json");
            http.setRequestProperty("Authorization", "Bearer local-press-token");
            try (OutputStream out = http.getOutputStream()) {
                out.write(body);
            }
            return Math.max(0, http.getResponseCode());
        } catch (IOException e) {
            return 0;
        }
    }

    List<Press> done() {
        return List.copyOf(done);
    }

    List<Press> accepted() {
        return done.stream().filter(press -> press.answer() == Answer.ACCEPTED).toList();
    }

    long count(Answer answer) {
        return done.stream().filter(press -> press.answer() == answer).count();
    }

    /** No more presses; returns when each has its answer. */
    @Override
    public void close() {
        pace.shutdownNow();
        visitors.shutdown();
        try {
            if (!visitors.awaitTermination(TIMEOUT_MILLIS * 3L, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("presses have no answer after their timeout");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
