package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A checked update request. {@code state} is an object with {@code desired} and/or {@code reported}, or null, which
 * empties both sections (device-shadow-document page, "Request state document"). JSON beside {@code state},
 * {@code version} and {@code clientToken} is ignored.
 */
public record ShadowUpdate(JsonNode state, OptionalLong version, Optional<String> clientToken) {
    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_LEVELS = 6;
    private static final int MAX_TOKEN_BYTES = 64;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads and checks a request body.
     *
     * @throws ShadowRefusal 400, 413 or 415 with the text of the first rule that is broken
     */
    public static ShadowUpdate parse(byte[] body) {
        JsonNode root = read(body);
        JsonNode state = root.path("state");
        checkState(state);
        if (state.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw ShadowRefusal.tooLarge();
        }
        return new ShadowUpdate(state, version(root.path("version")), clientToken(root));
    }

    /** The client token of a body that may be refused for something else: AWS echoes it in refusals too. */
    static Optional<String> tokenOf(byte[] body) {
        try {
            return clientToken(read(body));
        } catch (ShadowRefusal unreadable) {
            return Optional.empty();
        }
    }

    /** One of the two sections as it was sent; missing if the request does not name it. */
    JsonNode section(String name) {
        return state.isNull() ? state : state.path(name);
    }

    private static JsonNode read(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw ShadowRefusal.notUtf8();
        }
        try {
            JsonNode root = JSON.readTree(text);
            if (root instanceof ObjectNode) {
                return root;
            }
            throw ShadowRefusal.badRequest("Invalid JSON");
        } catch (JacksonException notJson) {
            throw ShadowRefusal.badRequest("Invalid JSON");
        }
    }

    private static void checkState(JsonNode state) {
        if (state instanceof MissingNode) {
            throw ShadowRefusal.badRequest("Missing required node: state");
        }
        if (!state.isNull() && !state.isObject()) {
            throw ShadowRefusal.badRequest("State node must be an object");
        }
        checkSection("Desired", state.path("desired"));
        checkSection("Reported", state.path("reported"));
        state.fieldNames().forEachRemaining(key -> {
            if (!key.equals("desired") && !key.equals("reported")) {
                throw ShadowRefusal.badRequest("State contains an invalid node");
            }
        });
    }

    private static void checkSection(String label, JsonNode section) {
        if (!section.isMissingNode() && !section.isNull() && !section.isObject()) {
            throw ShadowRefusal.badRequest(label + " node must be an object");
        }
        if (levels(section) > MAX_LEVELS) {
            throw ShadowRefusal.badRequest("JSON contains too many levels of nesting; maximum is " + MAX_LEVELS);
        }
        if (hasNullInArray(section)) {
            throw ShadowRefusal.badRequest("State contains an invalid node");
        }
    }

    private static int levels(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, levels(child));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }

    private static boolean hasNullInArray(JsonNode node) {
        for (JsonNode child : node) {
            if ((node.isArray() && child.isNull()) || hasNullInArray(child)) {
                return true;
            }
        }
        return false;
    }

    private static OptionalLong version(JsonNode version) {
        if (version.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong() || version.asLong() < 0) {
            throw ShadowRefusal.badRequest("Invalid version");
        }
        return OptionalLong.of(version.asLong());
    }

    private static Optional<String> clientToken(JsonNode root) {
        JsonNode token = root.path("clientToken");
        if (token.isMissingNode()) {
            return Optional.empty();
        }
        if (!token.isTextual() || token.asText().getBytes(StandardCharsets.UTF_8).length > MAX_TOKEN_BYTES) {
            throw ShadowRefusal.badRequest("Invalid clientToken");
        }
        return Optional.of(token.asText());
    }
}
