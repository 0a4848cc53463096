package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list, with what is needed to ask for the next (docs.slack.dev/apis/web-api/pagination). The cursor holds the
 * key of the last item that was given, so that what comes or goes meanwhile shifts nothing.
 *
 * @param next key of the last item, if there is more
 */
record Page<T>(List<T> items, Optional<String> next) {

    /** @param all what comes after the cursor, in the order in which it is given */
    static <T> Page<T> first(int limit, List<T> all, Function<T, String> key) {
        if (all.size() <= limit) {
            return new Page<>(all, Optional.empty());
        }
        return new Page<>(all.subList(0, limit), Optional.of(key.apply(all.get(limit - 1))));
    }

    /** The key that the caller's cursor holds. */
    static Optional<String> cursor(Arguments arguments) {
        return arguments.text("cursor").map(cursor -> {
            try {
                return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new ApiRefusal("invalid_cursor");
            }
        });
    }

    void addCursor(ObjectNode answer) {
        String cursor = next.map(key -> Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)))
                .orElse("");
        answer.putObject("response_metadata").put("next_cursor", cursor);
    }
}
