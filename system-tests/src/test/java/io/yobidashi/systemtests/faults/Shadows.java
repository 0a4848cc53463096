package io.yobidashi.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Reads everybody's shadow every second and keeps what goes by: which events were taken in, and how often each call was
 * pressed. A call lasts longer than a second, and its presses stay in the shadow until the next one ends.
 */
final class Shadows implements Verdict.Memory, AutoCloseable {
    private static final int DIGEST = 8;

    private final Cluster cluster;
    private final List<String> people;
    private final Set<String> digests = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<String, Integer>> presses = new ConcurrentHashMap<>();
    private final Set<String> before = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /** Everybody is at rest at this moment: the calls that are told of now are none of those to come. */
    Shadows(Cluster cluster, List<String> people) {
        this.cluster = cluster;
        this.people = people;
        look();
        presses.values().forEach(calls -> before.addAll(calls.keySet()));
        presses.clear();
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            people.forEach(person -> take(person, read(cluster, person)));
        } catch (UncheckedIOException e) {
            // IoT is away, which is what some tests are about; then nothing changes either.
            return;
        }
    }

    /**
     * What the shadow of a person says; a missing node where there is none.
     *
     * @throws UncheckedIOException where IoT does not say
     */
    static JsonNode read(Cluster cluster, String person) {
        Http.Answer answer = Http.get(cluster.cloud("/things/" + person + "/shadow"));
        if (answer.status() != 200 && answer.status() != 404) {
            throw new UncheckedIOException(new IOException("a shadow was answered " + answer.status()));
        }
        return answer.json().path("state").path("reported");
    }

    private void take(String person, JsonNode row) {
        if (row.isMissingNode()) {
            return;
        }
        String recent = row.path("recent").asText();
        for (int at = 0; at + DIGEST <= recent.length(); at += DIGEST) {
            digests.add(person + recent.substring(at, at + DIGEST));
        }
        count(person, row.path("call"));
        count(person, row.path("last"));
    }

    private void count(String person, JsonNode call) {
        String id = call.path("id").asText();
        if (call.has("presses") && !before.contains(id)) {
            presses.computeIfAbsent(person, any -> new ConcurrentHashMap<>())
                    .merge(id, call.path("presses").asInt(), Math::max);
        }
    }

    @Override
    public boolean hasTaken(String person, String event) {
        return digests.contains(person + digest(event));
    }

    @Override
    public Map<String, Integer> presses(String person) {
        return new HashMap<>(presses.getOrDefault(person, Map.of()));
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, DIGEST / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
