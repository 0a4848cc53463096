package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Block Kit allows in a message: the pages under docs.slack.dev/reference/block-kit/blocks. Block types that are
 * known but not named below are taken as they are.
 */
final class BlockRules {
    private static final Set<String> TYPES = Set.of(
            "actions",
            "context",
            "context_actions",
            "divider",
            "file",
            "header",
            "image",
            "input",
            "markdown",
            "plan",
            "rich_text",
            "section",
            "table",
            "task_card",
            "video");
    private static final int MAX_BLOCKS = 50;
    private static final int MAX_ID = 255;

    private final Findings findings = new Findings();
    private final ElementRules elements = new ElementRules(findings);

    private BlockRules() {}

    /** Empty if Slack would take the blocks. */
    static List<String> violations(JsonNode blocks) {
        BlockRules rules = new BlockRules();
        rules.message(blocks);
        return rules.findings.list();
    }

    private void message(JsonNode blocks) {
        findings.unless(blocks.size() <= MAX_BLOCKS, "no more than " + MAX_BLOCKS + " items allowed", "/blocks");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String at = "/blocks/" + i;
            JsonNode id = blocks.get(i).path("block_id");
            findings.noLonger(id, MAX_ID, at + "/block_id");
            findings.unless(id.isMissingNode() || ids.add(id.asText()), "block_id already exists", at + "/block_id");
            block(blocks.get(i), at);
        }
    }

    private void block(JsonNode block, String at) {
        String type = block.path("type").asText();
        findings.unless(TYPES.contains(type), "unsupported type", at + "/type");
        switch (type) {
            case "section" -> section(block, at);
            case "actions" -> elements.interactive(block.path("elements"), 25, at + "/elements");
            case "header" -> findings.plainText(block.path("text"), 150, at + "/text");
            case "context" -> context(block.path("elements"), at + "/elements");
            case "image" -> elements.image(block, at);
            case "markdown" -> findings.characters(block.path("text"), 12_000, at + "/text");
            default -> {}
        }
    }

    private void section(JsonNode section, String at) {
        boolean text = section.has("text");
        boolean fields = section.has("fields");
        findings.unless(text || fields, "must have text or fields", at);
        if (text) {
            findings.text(section.path("text"), 3_000, at + "/text");
        }
        if (fields) {
            findings.items(section.path("fields"), 10, at + "/fields");
            for (int i = 0; i < section.path("fields").size(); i++) {
                findings.text(section.path("fields").get(i), 2_000, at + "/fields/" + i);
            }
        }
        if (section.has("accessory")) {
            elements.accessory(section.path("accessory"), at + "/accessory");
        }
    }

    private void context(JsonNode list, String at) {
        findings.items(list, 10, at);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).path("type").asText().equals("image")) {
                elements.image(list.get(i), at + "/" + i);
            } else {
                findings.text(list.get(i), 3_000, at + "/" + i);
            }
        }
    }
}
