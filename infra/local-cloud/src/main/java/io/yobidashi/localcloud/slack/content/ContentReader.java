package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Reads what is posted, by whatever way, and refuses what Slack refuses, in Slack's words (the errors of the page of
 * chat.postMessage, docs.slack.dev/reference/methods/chat.postMessage).
 */
public final class ContentReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Unverified: Slack names the error, not the length; beyond this it would cut (changelog of April 2018). */
    private static final int MAX_TEXT = 40_000;

    private static final int MAX_ATTACHMENTS = 100;

    private final JsonNode fields;
    private final Content before;

    private ContentReader(JsonNode fields, Content before) {
        this.fields = fields;
        this.before = before;
    }

    public sealed interface Reading {}

    public record Accepted(Content content) implements Reading {}

    /** @param reasons sentences with a JSON pointer, for blocks; else empty */
    public record Refused(String word, List<String> reasons) implements Reading {}

    /** @param fields an object; lists and objects in it may be JSON texts, as in a form */
    public static Reading read(JsonNode fields) {
        return readOver(Content.NOTHING, fields);
    }

    /** The same for an edit: what is not named stays, an empty list takes away (page of chat.update). */
    public static Reading readOver(Content before, JsonNode fields) {
        try {
            return new Accepted(new ContentReader(fields, before).content());
        } catch (Refusal refusal) {
            return new Refused(refusal.getMessage(), refusal.reasons);
        }
    }

    private Content content() {
        JsonNode text = fields.path("text");
        Content content = new Content(
                text.isMissingNode() || text.isNull() ? before.text() : Markup.posted(text.asText()),
                blocks(),
                attachments(),
                metadata());
        require(!content.saysNothing(), "no_text");
        require(content.text().length() <= MAX_TEXT, "msg_too_long");
        return content;
    }

    private JsonNode blocks() {
        JsonNode blocks = decoded("blocks", "invalid_blocks_format");
        if (blocks == null) {
            return before.blocks();
        }
        require(blocks.isArray(), "invalid_blocks_format");
        List<String> violations = BlockRules.violations(blocks);
        if (!violations.isEmpty()) {
            throw new Refusal("invalid_blocks", violations);
        }
        return blocks.isEmpty() ? null : BlockElements.withIds(blocks);
    }

    private JsonNode attachments() {
        JsonNode attachments = decoded("attachments", "invalid_attachments");
        if (attachments == null) {
            return before.attachments();
        }
        require(attachments.isArray(), "invalid_attachments");
        require(attachments.size() <= MAX_ATTACHMENTS, "too_many_attachments");
        return attachments.isEmpty() ? null : attachments;
    }

    /** Which of the two words Slack says when is unverified. */
    private JsonNode metadata() {
        JsonNode metadata = decoded("metadata", "invalid_metadata_format");
        if (metadata == null) {
            return before.metadata();
        }
        require(metadata.isObject(), "invalid_metadata_format");
        if (metadata.isEmpty()) {
            return null;
        }
        boolean complete = metadata.path("event_type").isTextual()
                && metadata.path("event_payload").isObject();
        require(complete, "invalid_metadata_schema");
        return metadata;
    }

    /** Null if not named. */
    private JsonNode decoded(String name, String wordForNoJson) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty())) {
            return null;
        }
        if (!value.isTextual()) {
            return value;
        }
        try {
            return JSON.readTree(value.asText());
        } catch (JacksonException noJson) {
            throw new Refusal(wordForNoJson, List.of());
        }
    }

    private static void require(boolean fine, String word) {
        if (!fine) {
            throw new Refusal(word, List.of());
        }
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> reasons;

        Refusal(String word, List<String> reasons) {
            super(word, null, false, false);
            this.reasons = reasons;
        }
    }
}
