package io.yobidashi.systemtests.pressure;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Http;
import io.yobidashi.systemtests.running.RunningSystem;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What can be read off a running system. */
record Gauges(RunningSystem system) {
    private static final long MB = 1 << 20;

    /** The heap of call-service that is in use or not collected yet, in MB. */
    long heap() {
        return Http.get(system.calls("/q/metrics"))
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / MB;
    }

    /** How full the old generation of call-service was after its last collection: 0 to 1. */
    double keptAfterCollection() {
        return Http.get(system.calls("/q/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_usage_after_gc"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElseThrow();
    }

    /** By person, as everybody sees them. */
    Map<String, JsonNode> people() {
        Map<String, JsonNode> people = new HashMap<>();
        Http.get(system.board("/api/people"))
                .json()
                .path("people")
                .forEach(person -> people.put(person.path("id").asText(), person));
        return people;
    }

    int presses(String person) {
        return people().get(person).path("presses").asInt();
    }

    /** How many messages a queue has, in sight, in hand and put off. */
    int depth(String queue) {
        return StreamSupport.stream(Http.get(system.cloud("/queues")).json().spliterator(), false)
                .filter(each -> each.path("name").asText().equals(queue))
                .mapToInt(each ->
                        each.path("waiting").asInt() + each.path("inFlight").asInt())
                .sum();
    }
}
