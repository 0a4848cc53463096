package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the shadow service merges an update: objects key by key, null takes a key away, anything else replaces. */
final class ShadowMerge {
    private ShadowMerge() {}

    static ObjectNode merge(ObjectNode document, ObjectNode update) {
        ObjectNode merged = document.deepCopy();
        update.properties().forEach(entry -> {
            JsonNode old = merged.get(entry.getKey());
            JsonNode stated = entry.getValue();
            if (stated.isNull()) {
                merged.remove(entry.getKey());
            } else if (stated.isObject()) {
                ObjectNode into = old != null && old.isObject() ? (ObjectNode) old : document.objectNode();
                merged.set(entry.getKey(), merge(into, (ObjectNode) stated));
            } else {
                merged.set(entry.getKey(), stated);
            }
        });
        return merged;
    }
}
