package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What is known of a shadow: its document, or when it was deleted and at which version. */
sealed interface ShadowEntry {
    long version();

    /** The form in which it is kept. */
    String kept();

    /** @throws IllegalArgumentException if nothing that {@link #kept} gave */
    static ShadowEntry read(String kept) {
        JsonNode json;
        try {
            json = Live.JSON.readTree(kept);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No JSON", e);
        }
        if (!json.path("version").isIntegralNumber()) {
            throw new IllegalArgumentException("No version");
        }
        long version = json.get("version").asLong();
        if (json.path("deletedAt").isIntegralNumber()) {
            return new Deleted(
                    version, Instant.ofEpochMilli(json.get("deletedAt").asLong()));
        }
        if (json.path("state") instanceof ObjectNode state && json.path("metadata") instanceof ObjectNode metadata) {
            return new Live(new ShadowDocument(state, metadata, version));
        }
        throw new IllegalArgumentException("No state");
    }

    /** A shadow as it can be read. */
    record Live(ShadowDocument document) implements ShadowEntry {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public long version() {
            return document.version();
        }

        @Override
        public String kept() {
            ObjectNode kept = JsonNodeFactory.instance.objectNode().put("version", version());
            kept.set("state", document.state());
            kept.set("metadata", document.metadata());
            return kept.toString();
        }
    }

    /** A shadow that is no more. */
    record Deleted(long version, Instant at) implements ShadowEntry {
        @Override
        public String kept() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("version", version)
                    .put("deletedAt", at.toEpochMilli())
                    .toString();
        }
    }
}
