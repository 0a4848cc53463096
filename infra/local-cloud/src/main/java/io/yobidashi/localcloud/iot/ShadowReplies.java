package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The documents that the service answers and publishes (device-shadow-document page, "Response state documents"). Times
 * are epoch seconds.
 */
final class ShadowReplies {
    private ShadowReplies() {}

    /** REST GET and {@code /get/accepted}: everything, with what desired asks for and reported lacks. */
    static ObjectNode got(ShadowDocument document, long seconds) {
        ObjectNode reply = body(document.state().deepCopy(), document.metadata(), document.version(), seconds);
        document.delta().ifPresent(delta -> reply.withObject("/state").set("delta", delta));
        return reply;
    }

    /** REST update and {@code /update/accepted}: only what the request named. */
    static ObjectNode accepted(ShadowUpdate update, long version, long seconds) {
        JsonNode stamps = ShadowMerge.stamp(update.state(), seconds);
        return withToken(body(update.state(), stamps, version, seconds), update.clientToken());
    }

    /** {@code /update/documents}: the whole document before and after. */
    static ObjectNode documents(ShadowDocument previous, ShadowDocument current, ShadowUpdate update, long seconds) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("previous", content(previous));
        reply.set("current", content(current));
        reply.put("timestamp", seconds);
        return withToken(reply, update.clientToken());
    }

    /** {@code /update/delta}: the differing fields directly, without the {@code desired} level. */
    static Optional<ObjectNode> delta(ShadowDocument document, ShadowUpdate update, long seconds) {
        return document.delta().map(delta -> {
            ObjectNode stamps =
                    ShadowMerge.metadataOf(delta, document.metadata().path("desired"));
            return withToken(body(delta, stamps, document.version(), seconds), update.clientToken());
        });
    }

    static ObjectNode deleted(long version, long seconds) {
        return JsonNodeFactory.instance.objectNode().put("version", version).put("timestamp", seconds);
    }

    /** The body of a {@code rejected} message and of a refused REST call. */
    static ObjectNode rejected(ShadowRefusal refusal) {
        return JsonNodeFactory.instance.objectNode().put("code", refusal.code()).put("message", refusal.getMessage());
    }

    static ObjectNode withToken(ObjectNode reply, Optional<String> clientToken) {
        clientToken.ifPresent(token -> reply.put("clientToken", token));
        return reply;
    }

    private static ObjectNode body(JsonNode state, JsonNode metadata, long version, long seconds) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("state", state);
        body.set("metadata", metadata);
        return body.put("version", version).put("timestamp", seconds);
    }

    private static ObjectNode content(ShadowDocument document) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("state", document.state());
        content.set("metadata", document.metadata());
        return content.put("version", document.version());
    }
}
