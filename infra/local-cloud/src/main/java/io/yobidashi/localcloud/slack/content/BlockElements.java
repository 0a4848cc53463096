package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The parts of blocks that people act on. */
public final class BlockElements {
    private static final Set<String> WITH_ELEMENTS = Set.of("actions", "context_actions");
    private static final int ID_LENGTH = 5;

    private BlockElements() {}

    /** The elements of a block that may have an {@code action_id}. */
    public static List<JsonNode> in(JsonNode block) {
        List<JsonNode> elements = new ArrayList<>();
        if (WITH_ELEMENTS.contains(block.path("type").asText())) {
            block.path("elements").forEach(elements::add);
        }
        if (block.path("accessory").isObject()) {
            elements.add(block.get("accessory"));
        }
        if (block.path("element").isObject()) {
            elements.add(block.get("element"));
        }
        return elements;
    }

    /** Slack makes the ids that a message does not name (docs.slack.dev/reference/block-kit/blocks). */
    static JsonNode withIds(JsonNode blocks) {
        JsonNode copy = blocks.deepCopy();
        for (JsonNode block : copy) {
            fill(block, "block_id");
            for (JsonNode element : in(block)) {
                if (!element.path("type").asText().equals("image")) {
                    fill(element, "action_id");
                }
            }
        }
        return copy;
    }

    private static void fill(JsonNode node, String name) {
        if (node instanceof ObjectNode object && object.path(name).asText().isEmpty()) {
            object.put(name, UUID.randomUUID().toString().substring(0, ID_LENGTH));
        }
    }
}
