package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with blocks, in the form of Slack's {@code response_metadata.messages}: a sentence and a JSON pointer.
 * The wording of the sentences is ours.
 */
final class Findings {
    private static final Set<String> TEXT_TYPES = Set.of("plain_text", "mrkdwn");

    private final List<String> list = new ArrayList<>();

    void unless(boolean fine, String sentence, String pointer) {
        if (!fine) {
            list.add("[ERROR] " + sentence + " [json-pointer:" + pointer + "]");
        }
    }

    /** A text object: docs.slack.dev/reference/block-kit/composition-objects/text-object. */
    void text(JsonNode text, int longest, String pointer) {
        boolean object = TEXT_TYPES.contains(text.path("type").asText());
        unless(object, "must be a text object", pointer);
        if (object) {
            characters(text.path("text"), longest, pointer + "/text");
        }
    }

    void plainText(JsonNode text, int longest, String pointer) {
        boolean plain = text.path("type").asText().equals("plain_text");
        unless(plain, "must be a plain_text object", pointer);
        if (plain) {
            characters(text.path("text"), longest, pointer + "/text");
        }
    }

    /** A text that is there and not empty. Whether Slack counts code points, as here, is unverified. */
    void characters(JsonNode value, int longest, String pointer) {
        unless(value.isTextual() && !value.asText().isEmpty(), "must be more than 0 characters", pointer);
        noLonger(value, longest, pointer);
    }

    void noLonger(JsonNode value, int longest, String pointer) {
        String text = value.asText();
        unless(
                text.codePointCount(0, text.length()) <= longest,
                "must be less than " + (longest + 1) + " characters",
                pointer);
    }

    void items(JsonNode array, int most, String pointer) {
        unless(array.isArray() && !array.isEmpty(), "must be a list of at least 1 item", pointer);
        unless(array.size() <= most, "no more than " + most + " items allowed", pointer);
    }

    List<String> list() {
        return List.copyOf(list);
    }
}
