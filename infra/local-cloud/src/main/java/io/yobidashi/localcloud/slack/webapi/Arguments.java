package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.chat.Timestamps;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a call: query, form or JSON body (docs.slack.dev/apis/web-api). A form holds lists and objects as JSON
 * texts.
 */
record Arguments(ObjectNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> YES = Set.of("true", "1");

    static Arguments of(Context http) {
        ObjectNode fields = isJson(http) ? json(http.body()) : JSON.createObjectNode();
        http.queryParamMap().forEach((name, values) -> fields.put(name, values.get(0)));
        if (!isJson(http)) {
            http.formParamMap().forEach((name, values) -> fields.put(name, values.get(0)));
        }
        return new Arguments(fields);
    }

    /** Absent and empty are the same. */
    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> value.asText())
                .filter(text -> !text.isEmpty());
    }

    boolean isSet(String name) {
        return text(name).filter(YES::contains).isPresent();
    }

    boolean names(String name) {
        return text(name).isPresent() || fields.path(name).isContainerNode();
    }

    /** A {@code ts}; what is none gets the given word. */
    Optional<String> ts(String name, String word) {
        return text(name).map(text -> {
            if (!Timestamps.isOne(text)) {
                throw new ApiRefusal(word);
            }
            return Timestamps.canonical(text);
        });
    }

    /** How many are wanted, at most so many, 100 if not said. */
    int limit(int most) {
        String text = text("limit").orElse("100");
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw new ApiRefusal("invalid_limit");
        }
        return Math.min(most, Integer.parseInt(text));
    }

    private static boolean isJson(Context http) {
        return Objects.requireNonNullElse(http.contentType(), "").startsWith("application/json");
    }

    private static ObjectNode json(String body) {
        try {
            if (JSON.readTree(body.isBlank() ? "{}" : body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new ApiRefusal("invalid_json");
        }
        throw new ApiRefusal("json_not_object");
    }
}
