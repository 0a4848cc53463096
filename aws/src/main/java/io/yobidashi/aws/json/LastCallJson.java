package io.yobidashi.aws.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.core.status.LastCall;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.status.Remains;
import org.jspecify.annotations.Nullable;

/** The key {@code last} of a person's shadow. All but the outcome may be missing: older versions did not write it. */
final class LastCallJson {
    private LastCallJson() {}

    static LastCall read(Fields fields) {
        return new LastCall(
                fields.text("id"),
                fields.named("outcome", LastCall.Outcome::ofWire),
                fields.textOrNull("by"),
                fields.instant("at"),
                fields.has("called") ? remains(fields) : null);
    }

    private static Remains remains(Fields fields) {
        return new Remains(
                fields.text("called"),
                fields.text("button"),
                fields.instant("pressedAt"),
                fields.count("presses", 1),
                fields.textOrNull("note"),
                ShadowJson.post(fields),
                fields.textOrNull("shown"),
                fields.textOrNull("claim"));
    }

    static ObjectNode patch(@Nullable LastCall before, LastCall last) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode().put("id", last.id());
        patch.put("outcome", last.outcome().wire()).put("by", last.by());
        patch.put("at", last.at().toEpochMilli());
        Remains remains = last.remains();
        patch.put("called", remains == null ? null : remains.called());
        patch.put("button", remains == null ? null : remains.button());
        patch.put(
                "pressedAt", remains == null ? null : (Long) remains.pressedAt().toEpochMilli());
        patch.put("presses", remains == null ? null : (Integer) remains.presses());
        patch.put("note", remains == null ? null : remains.note());
        patch.put("shown", remains == null ? null : remains.shown());
        Post post = remains == null ? null : remains.post();
        patch.put("channel", post == null ? null : post.channel()).put("ts", post == null ? null : post.ts());
        boolean same = before != null && before.id().equals(last.id());
        return ShadowJson.claim(patch, same ? ledger(before) : null, ledger(last));
    }

    private static Ledger ledger(LastCall last) {
        return last.remains() == null ? Ledger.EMPTY : last.remains().ledger();
    }
}
