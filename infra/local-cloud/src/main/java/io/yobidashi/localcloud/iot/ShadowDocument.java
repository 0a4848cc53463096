package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The stored content of one shadow: {@code state} and {@code metadata} hold only the sections that have keys. A value:
 * an update gives a new document. Version 0 is the shadow that was never written.
 */
public record ShadowDocument(ObjectNode state, ObjectNode metadata, long version) {
    private static final List<String> SECTIONS = List.of("desired", "reported");
    private static final int MAX_BYTES = 8 * 1024;

    /** Nothing written yet; {@code version} is the last one that a deleted forerunner had, else 0. */
    static ShadowDocument empty(long version) {
        return new ShadowDocument(
                JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode(), version);
    }

    /**
     * Applies a checked request; the version rises by one.
     *
     * @param seconds the instant of the update in epoch seconds, kept as metadata of each leaf that it names
     * @throws ShadowRefusal 413 if desired and reported together exceed 8 KB (metadata does not count)
     */
    ShadowDocument apply(ShadowUpdate update, long seconds) {
        ShadowDocument next = new ShadowDocument(state.deepCopy(), metadata.deepCopy(), version + 1);
        SECTIONS.forEach(section -> next.replace(section, this, update.section(section), seconds));
        if (next.state.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw ShadowRefusal.tooLarge();
        }
        return next;
    }

    /** What desired asks for and reported lacks; empty when nothing differs. */
    Optional<ObjectNode> delta() {
        return ShadowMerge.delta(section(state, "desired"), section(state, "reported"));
    }

    private void replace(String name, ShadowDocument before, JsonNode change, long seconds) {
        if (change.isMissingNode()) {
            return;
        }
        ObjectNode oldState = section(before.state, name);
        ObjectNode oldMetadata = section(before.metadata, name);
        put(state, name, change.isNull() ? oldState.objectNode() : ShadowMerge.merge(oldState, change));
        put(
                metadata,
                name,
                change.isNull()
                        ? oldMetadata.objectNode()
                        : ShadowMerge.restamp(oldMetadata, oldState, change, seconds));
    }

    /** A section without keys disappears from the document (seen on AWS). */
    private static void put(ObjectNode parent, String name, ObjectNode section) {
        if (section.isEmpty()) {
            parent.remove(name);
        } else {
            parent.set(name, section);
        }
    }

    private static ObjectNode section(ObjectNode parent, String name) {
        return parent.path(name) instanceof ObjectNode section ? section : parent.objectNode();
    }
}
