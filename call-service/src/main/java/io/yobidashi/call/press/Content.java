package io.yobidashi.call.press;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The keys of one JSON object that somebody else wrote. What is null counts as left out. */
record Content(JsonNode tree) {
    private static final int MAX_LENGTH = 128;
    /** Far beyond any clock; the queue's own messages take no later instant. */
    private static final long YEAR_10000 = 253_402_300_800_000L;

    boolean has(String key) {
        return tree.hasNonNull(key);
    }

    /** The value as it is; missing where it is left out. */
    JsonNode raw(String key) {
        return tree.path(key);
    }

    /** The object under this key; an empty one where there is none. */
    Content inner(String key) {
        return new Content(tree.path(key));
    }

    /** @throws UnreadablePressException for what is no text, or an endless one */
    Optional<String> text(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = raw(key);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > MAX_LENGTH) {
            throw new UnreadablePressException(key + " is no text of 1 to " + MAX_LENGTH + " characters");
        }
        return Optional.of(value.asText());
    }

    /** Empty for what is no whole number from 0 up. */
    Optional<Long> whole(String key) {
        JsonNode value = raw(key);
        return value.isIntegralNumber() && value.canConvertToLong() && value.asLong() >= 0
                ? Optional.of(value.asLong())
                : Optional.empty();
    }

    /** Empty for what is no instant in epoch milliseconds. */
    Optional<Instant> millis(String key) {
        return whole(key).filter(millis -> millis < YEAR_10000).map(Instant::ofEpochMilli);
    }

    /** Empty for what is no instant in the form of ISO 8601, in UTC. */
    Optional<Instant> iso(String key) {
        try {
            return Optional.of(Instant.parse(raw(key).asText()).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
