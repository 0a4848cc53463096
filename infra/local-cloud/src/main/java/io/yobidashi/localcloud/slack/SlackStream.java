package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows the channel live: {@code GET /slack/stream}, Server-Sent Events. One {@code messages} event with all of them at
 * connect, then a {@code message} for each. One thread serves all pages, so that no poster waits for a slow browser.
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

    /** Shows a message on every open page; returns at once. */
    public void show(SlackMessage message) {
        String event = json.valueToTree(message).toString();
        thread.execute(() -> pages.forEach(page -> page.sendEvent("message", event)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** Without any traffic the connection would be closed as idle. */
    private void keepAlive() {
        pages.forEach(page -> page.sendComment("still here"));
    }
}
