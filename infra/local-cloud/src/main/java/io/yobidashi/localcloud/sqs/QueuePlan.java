package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which queues exist when the server is ready, and what holds for each; the form of {@code queues.yaml}. */
record QueuePlan(Map<String, PlannedQueue> queues) {
    /** What SQS does with a queue that says nothing about it (CreateQueue page). */
    private static final Duration USUAL_RETENTION = Duration.ofDays(4);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static QueuePlan bundled() {
        try (InputStream yaml = QueuePlan.class.getResourceAsStream("queues.yaml")) {
            return parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("queues.yaml cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException with one line that says where it is wrong and why */
    static QueuePlan parse(String yaml) {
        QueuePlan plan = new QueuePlan(read(yaml));
        plan.queues.forEach(plan::requireSound);
        return plan;
    }

    /** Of a queue that was made by hand: what SQS would do. */
    Duration retentionOf(String queue) {
        return Optional.ofNullable(queues.get(queue))
                .map(planned -> planned.retention().length())
                .orElse(USUAL_RETENTION);
    }

    /** Queue names with their CreateQueue attributes; a dead-letter queue comes before the queue that needs it. */
    Map<String, Map<String, String>> withAttributes() {
        Map<String, Map<String, String>> ordered = new LinkedHashMap<>();
        queues.keySet().forEach(name -> add(name, ordered));
        return ordered;
    }

    private void add(String name, Map<String, Map<String, String>> ordered) {
        PlannedQueue queue = queues.get(name);
        if (queue.deadLetters() != null) {
            add(queue.deadLetters().queue(), ordered);
        }
        ordered.putIfAbsent(name, queue.attributes());
    }

    private void requireSound(String name, PlannedQueue queue) {
        if (!name.matches("[A-Za-z0-9_-]{1,80}")) {
            throw wrong(name, "the name of a queue has 1 to 80 letters, digits, - and _");
        }
        if (queue == null) {
            throw wrong(name, "nothing is said of it");
        }
        Optional.ofNullable(queue.deadLetters())
                .map(PlannedQueue.DeadLetters::queue)
                .ifPresent(target -> {
                    if (queues.get(target) == null) {
                        throw wrong(name, "its dead-letter queue " + target + " is not in the file");
                    }
                    if (queues.get(target).deadLetters() != null) {
                        throw wrong(name, "its dead-letter queue " + target + " must not have one itself");
                    }
                });
    }

    private static Map<String, PlannedQueue> read(String yaml) {
        try {
            Map<String, PlannedQueue> queues =
                    YAML.readValue(yaml, new TypeReference<LinkedHashMap<String, PlannedQueue>>() {});
            return Objects.requireNonNullElse(queues, Map.of());
        } catch (JsonMappingException e) {
            throw wrong(where(e.getPath()), firstLine(e));
        } catch (JsonProcessingException e) {
            throw wrong("line " + e.getLocation().getLineNr(), firstLine(e));
        }
    }

    private static String where(List<Reference> path) {
        return path.stream().map(Reference::getFieldName).collect(Collectors.joining("."));
    }

    /** What our own checks say lies below what Jackson makes of it. */
    private static String firstLine(JsonProcessingException e) {
        String message =
                e.getCause() instanceof IllegalArgumentException own ? own.getMessage() : e.getOriginalMessage();
        return message.lines().findFirst().orElse("unreadable");
    }

    private static IllegalArgumentException wrong(String where, String why) {
        return new IllegalArgumentException("queues.yaml" + (where.isEmpty() ? "" : ", " + where) + ": " + why);
    }
}
