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

/** A viewer of the board: everything that its stream has sent, in order. */
public final class BoardStream implements AutoCloseable {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Stream<String>> lines;
    private final Thread reader;

    /** One Server-Sent Event. */
    public record Event(String name, JsonNode data) {}

    public BoardStream(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .build();
        lines = Http.CLIENT
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenApply(HttpResponse::body);
        reader = new Thread(this::read, "board-stream");
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

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The states of a person in the order in which they were pushed after the first snapshot. */
    public List<String> states(String person) {
        return persons(person).map(data -> data.path("state").asText()).toList();
    }

    public Stream<JsonNode> persons(String person) {
        return events.stream()
                .filter(event -> event.name().equals("person"))
                .map(Event::data)
                .filter(data -> data.path("id").asText().equals(person));
    }

    public boolean has(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    @Override
    public void close() {
        reader.interrupt();
        lines.thenAccept(Stream::close);
    }

    private final class Parser {
        private String name = "";
        private final StringBuilder data = new StringBuilder();

        void line(String line) {
            if (line.isEmpty()) {
                if (data.length() > 0) {
                    events.add(new Event(name, Json.parse(data.toString())));
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
