package io.yobidashi.localcloud.slack.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows the conversation live: {@code GET /slack/stream}, Server-Sent Events. One {@code messages} event with all of them
 * at connect, then a {@code message} for each that is new or changed and {@code deleted} with its {@code ts}. One thread
 * serves all pages, so that no poster waits for a slow browser.
 */
public final class SlackStream implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final List<SseClient> pages = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "slack-stream");
        daemon.setDaemon(true);
        return daemon;
    });

    public void addTo(RoutesConfig routes, Supplier<List<SlackMessage>> messages) {
        routes.sse("/slack/stream", page -> {
            page.keepAlive();
            page.onClose(() -> thread.execute(() -> pages.remove(page)));
            thread.execute(() -> {
                page.sendEvent("messages", json.valueToTree(messages.get()).toString());
                pages.add(page);
            });
        });
        thread.scheduleAtFixedRate(this::keepAlive, KEEP_ALIVE_SECONDS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
    }

    /** Shows a change on every open page; returns at once. */
    public void show(Change change) {
        if (change instanceof Change.Deleted deleted) {
            send("deleted", Map.of("ts", deleted.message().ts()));
        } else {
            send("message", change.message());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void send(String name, Object body) {
        String event = json.valueToTree(body).toString();
        thread.execute(() -> pages.forEach(page -> page.sendEvent(name, event)));
    }

    /** Without any traffic the connection would be closed as idle. */
    private void keepAlive() {
        pages.forEach(page -> page.sendComment("still here"));
    }
}
