package io.yobidashi.call.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The road to the local Slack, on which answers can be lost. It keeps what went over it. */
final class LossyRoad implements AutoCloseable {
    /** What befalls a request. */
    enum Fault {
        /** Slack handles it, and its answer is lost. */
        ANSWER_LOST,
        /** It never arrives. */
        REQUEST_LOST,
        /** Slack answers that it is in trouble. */
        ERROR_500
    }

    private record Rule(String method, Fault fault) {}

    private final URI slack;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Rule> rules = new ArrayDeque<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    LossyRoad(URI slack) throws IOException {
        this.slack = slack;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI api() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/slack/api/");
    }

    /** Befalls the next request of this method. */
    synchronized void next(String method, Fault fault) {
        rules.add(new Rule(method, fault));
    }

    /** The forms that were sent to this method, decoded. */
    List<String> sent(String method) {
        return bodies.stream().filter(body -> body.startsWith(method + "?")).toList();
    }

    /** As somebody with the right to it would. */
    void delete(String channel, String ts) {
        HttpRequest request = HttpRequest.newBuilder(slack.resolve("/slack/api/chat.delete"))
                .header("Authorization", "Bearer xoxb-local")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("channel=" + channel + "&ts=" + ts))
                .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).join();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            byte[] body = exchange.getRequestBody().readAllBytes();
            bodies.add(
                    method + "?" + URLDecoder.decode(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
            Fault fault = faultOf(method);
            if (fault == Fault.ERROR_500) {
                exchange.sendResponseHeaders(500, -1);
            } else if (fault != Fault.REQUEST_LOST) {
                HttpResponse<byte[]> answer = forward(exchange, body);
                if (fault == null) {
                    give(exchange, answer);
                }
            }
        }
    }

    private synchronized Fault faultOf(String method) {
        Rule rule = rules.peek();
        return rule != null && rule.method().equals(method) ? rules.remove().fault() : null;
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        slack.resolve(exchange.getRequestURI().getPath()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        List.of("Authorization", "Content-Type").forEach(name -> {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void give(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        for (String name : List.of("Content-Type", "Retry-After")) {
            answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value));
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
