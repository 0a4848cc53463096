package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An app of somebody: keeps what Slack sends, answers the handshake when told to, and what it is told to on each path. */
public final class FakeApp implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean silent;
    private volatile String handshake = "none";

    public record Answer(int status, String body, Map<String, String> headers) {}

    public record Request(String path, Headers headers, String body) {

        public String header(String name) {
            return headers.getFirst(name);
        }

        public Map<String, String> form() {
            return Arrays.stream(body.split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        }

        public JsonNode json() {
            return FakeApp.json(body);
        }
    }

    public FakeApp() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No app", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param form {@code text}, {@code form}, {@code json}, or {@code none} to be no receiver of events */
    public FakeApp answeringChallengesAs(String form) {
        handshake = form;
        return this;
    }

    public FakeApp answering(String path, int status, String body) {
        return answering(path, new Answer(status, body, Map.of()));
    }

    public FakeApp answering(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    /** From now on nothing is answered. */
    public void fallSilent() {
        silent = true;
    }

    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** What came to the events' address, handshakes apart. */
    public List<Request> events() {
        return requests("/slack/events").stream()
                .filter(request -> request.json().path("type").asText().equals("event_callback"))
                .toList();
    }

    /** The events of that type alone, without their envelopes. */
    public List<JsonNode> events(String type) {
        return events().stream()
                .map(request -> request.json().path("event"))
                .filter(event -> event.path("type").asText().equals(type))
                .toList();
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
        requests.add(request);
        if (silent) {
            waitForTheEnd();
        }
        Answer answer = answer(request);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(Request request) {
        boolean asked = request.path().equals("/slack/events")
                && request.json().path("type").asText().equals("url_verification");
        if (asked) {
            String challenge = request.json().path("challenge").asText();
            return switch (handshake) {
                case "text" -> new Answer(200, challenge, Map.of());
                case "form" -> new Answer(200, "challenge=" + challenge, Map.of());
                case "json" -> new Answer(200, "{\"challenge\":\"" + challenge + "\"}", Map.of());
                default -> new Answer(404, "", Map.of());
            };
        }
        return answers.getOrDefault(request.path(), new Answer(200, "", Map.of()));
    }
}
