package io.yobidashi.systemtests.pressure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded number of presses, as fast as they go, over so many connections at a time. */
final class Flood {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI door;
    private final int connections;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param door where presses are taken in */
    Flood(URI door, int connections) {
        this.door = door;
        this.connections = connections;
    }

    /**
     * What became of the presses.
     *
     * @param answers how many there were of each status; what had no answer is under the name of its error
     * @param accepted how many of each button were answered 202
     * @param unsure how many of each button were answered 503: the queue may have taken them without saying so in time
     */
    record Result(
            Map<String, AtomicInteger> answers,
            Map<String, AtomicInteger> accepted,
            Map<String, AtomicInteger> unsure,
            Duration took) {
        int allAccepted() {
            return accepted.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        int acceptedOf(String button) {
            return accepted.getOrDefault(button, new AtomicInteger()).get();
        }

        int unsureOf(String button) {
            return unsure.getOrDefault(button, new AtomicInteger()).get();
        }
    }

    /** Presses these buttons in turn, each press with an id of its own, and waits for all answers. */
    Result press(List<String> buttons, int presses) {
        Result result = new Result(
                new ConcurrentSkipListMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), Duration.ZERO);
        Semaphore free = new Semaphore(connections);
        long begun = System.nanoTime();
        for (int i = 0; i < presses; i++) {
            String button = buttons.get(i % buttons.size());
            free.acquireUninterruptibly();
            send(button, "flood-" + begun + "-" + i).whenComplete((answer, failure) -> {
                String word = failure == null
                        ? String.valueOf(answer.statusCode())
                        : failure.getClass().getSimpleName();
                count(result.answers(), word);
                if (word.equals("202")) {
                    count(result.accepted(), button);
                } else if (word.equals("503")) {
                    count(result.unsure(), button);
                }
                free.release();
            });
        }
        free.acquireUninterruptibly(connections);
        return new Result(
                result.answers(), result.accepted(), result.unsure(), Duration.ofNanos(System.nanoTime() - begun));
    }

    private CompletableFuture<HttpResponse<Void>> send(String button, String id) {
        HttpRequest request = HttpRequest.newBuilder(door)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer local-press-token")
                .POST(HttpRequest.BodyPublishers.ofString("{\"button\":\"%s\",\"id\":\"%s\"}".formatted(button, id)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private static void count(Map<String, AtomicInteger> counts, String what) {
        counts.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }
}
