package io.yobidashi.call.press;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The presses as their makers show them, one file for each way of writing one. */
public final class GoldenPress {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GoldenPress() {}

    public static String text(String name) {
        try (InputStream file = GoldenPress.class.getResourceAsStream("/presses/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of every kind. */
    public static List<String> all() {
        return Stream.of(
                        "plain",
                        "plain-double",
                        "plus-single",
                        "plus-long-with-place",
                        "plus-by-funk-token-claims",
                        "plus-by-funk-lambda-node",
                        "global-single",
                        "global-double-with-temperature",
                        "global-long-by-funnel",
                        "one-click-guide",
                        "one-click-soracom",
                        "developer",
                        "developer-space",
                        "developer-by-topic",
                        "funnel-plus",
                        "funnel-text")
                .map(GoldenPress::text)
                .toList();
    }

    /** The same with the keys of every object in the opposite order. */
    static ObjectNode reversed(String name) {
        try {
            return (ObjectNode) reversed(MAPPER.readTree(text(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode reversed(JsonNode tree) {
        if (!tree.isObject()) {
            return tree;
        }
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(tree.properties());
        Collections.reverse(entries);
        ObjectNode turned = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> turned.set(entry.getKey(), reversed(entry.getValue())));
        return turned;
    }
}
