package io.yobidashi.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a stream as a browser would, and keeps what came. */
final class SseClient implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;

    private SseClient(HttpResponse<Stream<String>> response) {
        this.response = response;
        CompletableFuture.runAsync(this::read, task -> {
            Thread thread = new Thread(task, "sse-client");
            thread.setDaemon(true);
            thread.start();
        });
    }

    static SseClient open(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return new SseClient(HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .join());
    }

    HttpResponse<Stream<String>> response() {
        return response;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<JsonNode> events(String name) {
        return events.stream()
                .filter(event -> event.name().equals(name))
                .map(Event::data)
                .toList();
    }

    @Override
    public void close() {
        response.body().close();
    }

    private void read() {
        String[] name = {""};
        response.body().forEach(line -> {
            if (line.startsWith("event: ")) {
                name[0] = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                events.add(new Event(name[0], parse(line.substring("data: ".length()))));
            }
        });
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Event(String name, JsonNode data) {}
}
