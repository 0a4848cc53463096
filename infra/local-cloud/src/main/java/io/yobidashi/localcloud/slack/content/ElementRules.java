package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** What Block Kit allows inside a block: the pages under docs.slack.dev/reference/block-kit/block-elements. */
final class ElementRules {
    private static final Set<String> INTERACTIVE = Set.of(
            "button",
            "channels_select",
            "checkboxes",
            "conversations_select",
            "datepicker",
            "datetimepicker",
            "external_select",
            "multi_channels_select",
            "multi_conversations_select",
            "multi_external_select",
            "multi_static_select",
            "multi_users_select",
            "overflow",
            "radio_buttons",
            "rich_text_input",
            "static_select",
            "timepicker",
            "users_select",
            "workflow_button");
    private static final Set<String> STYLES = Set.of("", "primary", "danger");

    private final Findings findings;

    ElementRules(Findings findings) {
        this.findings = findings;
    }

    void interactive(JsonNode list, int most, String at) {
        findings.items(list, most, at);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode id = list.get(i).path("action_id");
            findings.unless(id.isMissingNode() || ids.add(id.asText()), "action_id already exists", at + "/" + i);
            element(list.get(i), at + "/" + i);
        }
    }

    void accessory(JsonNode accessory, String at) {
        if (accessory.path("type").asText().equals("image")) {
            image(accessory, at);
        } else {
            element(accessory, at);
        }
    }

    void image(JsonNode image, String at) {
        findings.unless(image.has("image_url") || image.has("slack_file"), "must have image_url or slack_file", at);
        findings.noLonger(image.path("image_url"), 3_000, at + "/image_url");
        findings.characters(image.path("alt_text"), 2_000, at + "/alt_text");
    }

    private void element(JsonNode element, String at) {
        String type = element.path("type").asText();
        findings.unless(INTERACTIVE.contains(type), "unsupported type", at + "/type");
        findings.noLonger(element.path("action_id"), 255, at + "/action_id");
        if (type.equals("button")) {
            findings.plainText(element.path("text"), 75, at + "/text");
            findings.noLonger(element.path("value"), 2_000, at + "/value");
            findings.noLonger(element.path("url"), 3_000, at + "/url");
            findings.unless(STYLES.contains(element.path("style").asText()), "unsupported style", at + "/style");
        }
    }
}
