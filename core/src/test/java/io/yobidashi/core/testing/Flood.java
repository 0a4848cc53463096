package io.yobidashi.core.testing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Many requests to the doors of a service, a few at a time: each is answered, and none by an error of the service.
 *
 * @param requests how many
 * @param seed request {@code i} is made by the chance of {@code seed + i}
 */
public record Flood(int requests, long seed) {
    private static final int AT_A_TIME = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As many as the property {@code yobidashi.fuzz} says, another seed each time. */
    public static Flood ofTheDay() {
        return new Flood(Integer.getInteger("yobidashi.fuzz", 1_000), System.nanoTime());
    }

    /**
     * @return how often each status came
     * @throws AssertionError where one was not answered well, or all of them together left something behind
     */
    public Map<Integer, Integer> of(Function<Random, HttpRequest.Builder> maker) throws InterruptedException {
        Sending sending = new Sending(maker);
        sending.send(seed, seed + requests / 10);
        Footprint warm = Footprint.now();
        sending.send(seed + requests / 10, seed + requests);
        Footprint.now().demandNoMoreThan(warm);
        System.out.println("Flood of " + requests + " requests, seed " + seed + ": " + sending.statuses);
        return sending.statuses;
    }

    private static final class Sending {
        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
        private final AtomicReference<AssertionError> failure = new AtomicReference<>();
        private final Semaphore room = new Semaphore(AT_A_TIME);
        private final Function<Random, HttpRequest.Builder> maker;

        private Sending(Function<Random, HttpRequest.Builder> maker) {
            this.maker = maker;
        }

        private void send(long first, long end) throws InterruptedException {
            for (long chance = first; chance < end && failure.get() == null; chance++) {
                room.acquire();
                send(chance);
            }
            room.acquire(AT_A_TIME);
            room.release(AT_A_TIME);
            if (failure.get() != null) {
                throw failure.get();
            }
        }

        private void send(long chance) {
            Random random = new Random(chance);
            HttpRequest request =
                    OddHeaders.on(maker.apply(random), random).timeout(PATIENCE).build();
            http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((response, error) -> {
                if (error != null || isWrong(response)) {
                    failure.compareAndSet(null, failed(chance, request, response, error));
                } else {
                    statuses.merge(response.statusCode(), 1, Integer::sum);
                }
                room.release();
            });
        }
    }

    /** An error of the service, or a refusal that tells of its insides. */
    private static boolean isWrong(HttpResponse<String> response) {
        return response.statusCode() >= 500 || response.body().contains("Exception");
    }

    private static AssertionError failed(
            long chance, HttpRequest request, HttpResponse<String> response, Throwable error) {
        String answer = response == null ? "no answer" : response.statusCode() + " " + response.body();
        return new AssertionError("chance " + chance + ", " + request + ": " + answer, error);
    }
}
