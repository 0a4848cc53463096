package io.yobidashi.localcloud.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Measures how many shadow updates per second the packaged local cloud takes over REST while it keeps them on disk: 8
 * clients, each with a thing of its own, one request after the other. Also how long it takes to start and what it holds
 * in memory when idle. Run it as docs/performance.md says.
 */
public final class ShadowUpdates {
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final int IDLE_SECONDS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;

    private ShadowUpdates(URI door) {
        this.door = door;
    }

    /** @param args the runnable jar; {@code target/local-cloud.jar} if absent */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args.length > 0 ? args[0] : "target/local-cloud.jar");
        Path home = Files.createTempDirectory("local-cloud-bench");
        try (RunningCloud cloud = RunningCloud.start(jar, home)) {
            print("start                 %6.1f s", cloud.startMillis() / 1000);
            cloud.leaveAlone(IDLE_SECONDS);
            print("resident, idle        %6d MB", cloud.residentMegabytes());
            ShadowUpdates updates = new ShadowUpdates(cloud.http());
            updates.run(WARM_UP);
            report(updates.run(MEASURED));
            cloud.leaveAlone(IDLE_SECONDS);
            print("resident, idle again  %6d MB", cloud.residentMegabytes());
            print("file                  %6d MB", cloud.keptMegabytes());
        }
    }

    /** How long each update took, in nanoseconds. */
    private long[] run(Duration duration) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + duration.toNanos();
            List<CompletableFuture<List<Long>>> runs = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.supplyAsync(() -> updateUntil(end, client), clients))
                    .toList();
            return runs.stream()
                    .map(CompletableFuture::join)
                    .flatMapToLong(times -> times.stream().mapToLong(Long::longValue))
                    .toArray();
        } finally {
            clients.shutdown();
        }
    }

    private List<Long> updateUntil(long end, int client) {
        List<Long> times = new ArrayList<>();
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            update("bench-" + client, times.size());
            times.add(System.nanoTime() - begun);
        }
        return times;
    }

    private void update(String thing, int count) {
        String body = """
                {"state":{"reported":{"schema":1,"state":"calling","call":{"id":"c%1$d","round":%1$d},"told":"%1$d"}}}""".formatted(count);
        HttpRequest request = HttpRequest.newBuilder(door.resolve("/things/" + thing + "/shadow"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("An update was answered " + status);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("An update failed", e);
        }
    }

    private static void report(long[] times) {
        Arrays.sort(times);
        print("updates per second    %6.0f", times.length / (double) MEASURED.toSeconds());
        print("median                %6.1f ms", at(times, 0.5));
        print("p99                   %6.1f ms", at(times, 0.99));
        print("most                  %6.1f ms", LongStream.of(times).max().orElseThrow() / 1e6);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    private static void print(String format, Object value) {
        System.out.println(String.format(Locale.ROOT, format, value));
    }
}
