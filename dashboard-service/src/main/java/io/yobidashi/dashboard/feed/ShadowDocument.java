package io.yobidashi.dashboard.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.yobidashi.aws.json.ButtonsJson;
import io.yobidashi.aws.json.ShadowJson;
import io.yobidashi.core.port.ButtonsRow;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.dashboard.board.Row;
import java.io.IOException;

/**
 * What AWS IoT publishes at {@code $aws/things/<thing>/shadow/[name/<name>/]update/documents}: the whole document before and after an
 * update, each with its version.
 */
final class ShadowDocument {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int THING = 2;

    private ShadowDocument() {}

    static String thing(String topic) {
        return topic.split("/")[THING];
    }

    /** @throws UnreadableShadowException for what is no such document; the message does not repeat it */
    static Row row(String thing, byte[] payload) {
        JsonNode current = current(thing, payload);
        return new Row(
                ShadowJson.decode(thing, current.path("state").path("reported")),
                current.path("version").asLong());
    }

    /** Of the named shadow of a person's buttons; as {@link #row}, but nothing in it can be unreadable by itself. */
    static ButtonsRow buttons(String thing, byte[] payload) {
        JsonNode current = current(thing, payload);
        return new ButtonsRow(
                thing,
                ButtonsJson.decode(current.path("state").path("reported")),
                current.path("version").asLong());
    }

    private static JsonNode current(String thing, byte[] payload) {
        JsonNode current = parse(thing, payload).path("current");
        if (!current.path("version").isIntegralNumber()) {
            throw new UnreadableShadowException(thing, "a document has no version");
        }
        return current;
    }

    private static JsonNode parse(String thing, byte[] payload) {
        try {
            return MAPPER.readTree(payload);
        } catch (IOException e) {
            throw new UnreadableShadowException(thing, "a document is no JSON");
        }
    }
}
