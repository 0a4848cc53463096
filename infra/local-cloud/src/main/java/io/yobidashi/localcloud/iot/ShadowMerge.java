package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The arithmetic of shadow sections: merge, metadata and difference (device-shadow-document page). Nothing here changes
 * its arguments.
 */
final class ShadowMerge {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ShadowMerge() {}

    /** Lays {@code change} over {@code base}: objects merge, null deletes the key, anything else replaces. */
    static ObjectNode merge(ObjectNode base, JsonNode change) {
        ObjectNode merged = base.deepCopy();
        change.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                merged.remove(key);
            } else if (value.isObject()) {
                merged.set(key, merge(objectAt(merged, key), value));
            } else {
                merged.set(key, value.deepCopy());
            }
        });
        return merged;
    }

    /** The metadata of {@code value}: the same shape with {@code {"timestamp": seconds}} for each leaf. */
    static JsonNode stamp(JsonNode value, long seconds) {
        if (value.isObject()) {
            ObjectNode stamped = NODES.objectNode();
            value.properties().forEach(entry -> stamped.set(entry.getKey(), stamp(entry.getValue(), seconds)));
            return stamped;
        }
        if (value.isArray()) {
            ArrayNode stamped = NODES.arrayNode();
            value.forEach(element -> stamped.add(stamp(element, seconds)));
            return stamped;
        }
        return NODES.objectNode().put("timestamp", seconds);
    }

    /**
     * Lays the stamps of {@code change} over {@code metadata}. Like {@link #merge}, but it follows the shape of the
     * state and not of the metadata: where the state had no object, the old stamp goes whole.
     */
    static ObjectNode restamp(ObjectNode metadata, ObjectNode state, JsonNode change, long seconds) {
        ObjectNode restamped = metadata.deepCopy();
        change.properties().forEach(entry -> {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                restamped.remove(key);
            } else if (value.isObject()) {
                ObjectNode kept = state.path(key).isObject() ? objectAt(metadata, key) : NODES.objectNode();
                restamped.set(key, restamp(kept, objectAt(state, key), value, seconds));
            } else {
                restamped.set(key, stamp(value, seconds));
            }
        });
        return restamped;
    }

    /**
     * What {@code desired} asks for and {@code reported} does not say yet: keys only in reported never appear, arrays
     * count as a whole.
     */
    static Optional<ObjectNode> delta(ObjectNode desired, ObjectNode reported) {
        ObjectNode delta = NODES.objectNode();
        desired.properties().forEach(entry -> {
            JsonNode wanted = entry.getValue();
            JsonNode told = reported.path(entry.getKey());
            if (wanted.isObject() && told.isObject()) {
                delta((ObjectNode) wanted, (ObjectNode) told).ifPresent(nested -> delta.set(entry.getKey(), nested));
            } else if (!wanted.equals(told)) {
                delta.set(entry.getKey(), wanted.deepCopy());
            }
        });
        return delta.isEmpty() ? Optional.empty() : Optional.of(delta);
    }

    /** The part of {@code metadata} that belongs to the keys of {@code delta}. */
    static ObjectNode metadataOf(ObjectNode delta, JsonNode metadata) {
        ObjectNode picked = NODES.objectNode();
        delta.properties().forEach(entry -> {
            JsonNode stamp = metadata.path(entry.getKey());
            picked.set(
                    entry.getKey(),
                    entry.getValue().isObject() ? metadataOf((ObjectNode) entry.getValue(), stamp) : stamp.deepCopy());
        });
        return picked;
    }

    private static ObjectNode objectAt(ObjectNode parent, String key) {
        return parent.path(key) instanceof ObjectNode object ? object : NODES.objectNode();
    }
}
