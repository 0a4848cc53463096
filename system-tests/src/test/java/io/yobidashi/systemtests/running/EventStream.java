package io.yobidashi.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to a stream of Server-Sent Events: everything that it has sent, in order. */
public class EventStream implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Stream<String>> lines;
    private final Thread reader;

    /**
     * One Server-Sent Event.
     *
     * @param arrivedNanos when it arrived, by {@link System#nanoTime}
     */
    public record Event(String name, JsonNode data, long arrivedNanos) {}

    public EventStream(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .build();
        lines = Http.CLIENT
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenApply(HttpResponse::body);
        reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (Stream<String> body = lines.join()) {
            Parser parser = new Parser();
            body.forEach(parser::line);
        } catch (UncheckedIOException e) {
            // The stream was closed, by us or by a restart of the service: what came until then is what counts.
            Thread.currentThread().interrupt();
        }
    }

    public final List<Event> events() {
        return List.copyOf(events);
    }

    public final boolean has(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    @Override
    public final void close() {
        reader.interrupt();
        lines.thenAccept(Stream::close);
    }

    private final class Parser {
        private String name = "";
        private final StringBuilder data = new StringBuilder();

        void line(String line) {
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    events.add(new Event(name, Json.parse(data.toString()), System.nanoTime()));
                }
                data.setLength(0);
            } else if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            }
        }
    }
}
