package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was published, in order. */
final class RecordingPublisher implements Publisher {
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    record Message(String topic, JsonNode body) {}

    @Override
    public void publish(String topic, byte[] payload) {
        messages.add(new Message(topic, json(new String(payload, StandardCharsets.UTF_8))));
    }

    List<String> topics() {
        return messages.stream().map(Message::topic).toList();
    }

    JsonNode last(String topic) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(topic + " is not among " + topics()))
                .body();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }
}
