package io.yobidashi.call.press;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON objects, and says of anything else only that it is none. */
final class JsonObjects {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonObjects() {}

    /** @throws UnreadablePressException for what is no JSON object */
    static JsonNode parse(String text) {
        JsonNode tree = tree(text);
        if (!tree.isObject()) {
            throw new UnreadablePressException("the body is no JSON object");
        }
        return tree;
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // Without the cause: Jackson's messages quote the text.
            throw new UnreadablePressException("the body is no JSON");
        }
    }
}
