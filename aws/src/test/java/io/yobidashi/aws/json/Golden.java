package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The golden files of core. */
final class Golden {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Golden() {}

    static ObjectNode tree(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/contract/" + name + ".json")) {
            return (ObjectNode) MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
