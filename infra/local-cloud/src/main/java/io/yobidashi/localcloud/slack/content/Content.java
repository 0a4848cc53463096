package io.yobidashi.localcloud.slack.content;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a message says.
 *
 * @param text Slack's markup; empty, never null, without one
 * @param blocks a non-empty array that Slack would take, or null
 * @param attachments a non-empty array, or null
 * @param metadata {@code event_type} and {@code event_payload}, or null
 */
public record Content(String text, JsonNode blocks, JsonNode attachments, JsonNode metadata) {
    public static final Content NOTHING = of("");

    public static Content of(String text) {
        return new Content(text, null, null, null);
    }

    /** A text that an app wrote. */
    public static Content posted(String text) {
        return of(Markup.posted(text));
    }

    boolean saysNothing() {
        return text.isEmpty() && blocks == null && attachments == null;
    }
}
