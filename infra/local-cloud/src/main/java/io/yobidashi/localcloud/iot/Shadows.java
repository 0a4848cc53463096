package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The Device Shadow service behind both of its doors, in memory. Changes of one shadow happen one after another, and
 * {@code /update/documents} and {@code /update/delta} leave in the order of the versions, whichever door the update came
 * through. {@code accepted} and {@code rejected} are the MQTT door's own: a REST caller has its HTTP answer
 * (device-shadow-data-flow page).
 */
public final class Shadows {
    /** A shadow made anew within this time goes on with the numbers of the deleted one. */
    private static final Duration VERSION_MEMORY = Duration.ofHours(48);

    private final Clock clock;
    private final Publisher publisher;
    private final ConcurrentHashMap<ShadowName, Entry> entries = new ConcurrentHashMap<>();
    private final LongAdder updates = new LongAdder();

    public Shadows(Clock clock, Publisher publisher) {
        this.clock = clock;
        this.publisher = publisher;
    }

    /** @throws ShadowRefusal 404 without such a shadow */
    public ObjectNode get(ShadowName name) {
        if (entries.get(name) instanceof Live live) {
            return ShadowReplies.got(live.document(), clock.instant().getEpochSecond());
        }
        throw ShadowRefusal.noShadow(name);
    }

    /**
     * Merges a request into the shadow, which it creates if need be; answers what was accepted.
     *
     * @throws ShadowRefusal 409 if the request carries another version than the shadow's (also if there is no shadow),
     *     or whatever {@link ShadowUpdate#parse} finds
     */
    public ObjectNode update(ShadowName name, byte[] body) {
        ShadowUpdate update = ShadowUpdate.parse(body);
        Instant now = clock.instant();
        Entry written = entries.compute(name, (same, entry) -> new Live(write(name, entry, update, now)));
        updates.increment();
        return ShadowReplies.accepted(update, written.version(), now.getEpochSecond());
    }

    /** @throws ShadowRefusal 404 without such a shadow */
    public ObjectNode delete(ShadowName name) {
        Instant now = clock.instant();
        Entry deleted = entries.compute(name, (same, entry) -> {
            if (entry instanceof Live live) {
                return new Deleted(live.version(), now);
            }
            throw ShadowRefusal.noShadow(name);
        });
        return ShadowReplies.deleted(deleted.version(), now.getEpochSecond());
    }

    /** How many updates were accepted since the start. */
    public long updates() {
        return updates.sum();
    }

    /** Runs inside the map's lock of this shadow, so that what is published leaves in version order. */
    private ShadowDocument write(ShadowName name, Entry entry, ShadowUpdate update, Instant now) {
        ShadowDocument before = current(entry, now);
        boolean matches = entry instanceof Live && update.version().orElse(-1) == before.version();
        if (update.version().isPresent() && !matches) {
            throw ShadowRefusal.conflict();
        }
        long seconds = now.getEpochSecond();
        ShadowDocument after = before.apply(update, seconds);
        publish(name, "/update/documents", ShadowReplies.documents(before, after, update, seconds));
        ShadowReplies.delta(after, update, seconds).ifPresent(delta -> publish(name, "/update/delta", delta));
        return after;
    }

    private static ShadowDocument current(Entry entry, Instant now) {
        if (entry instanceof Live live) {
            return live.document();
        }
        boolean remembered =
                entry instanceof Deleted deleted && now.isBefore(deleted.at().plus(VERSION_MEMORY));
        return ShadowDocument.empty(remembered ? entry.version() : 0);
    }

    private void publish(ShadowName name, String topic, ObjectNode message) {
        publisher.publish(name.topicPrefix() + topic, message.toString().getBytes(StandardCharsets.UTF_8));
    }

    private sealed interface Entry {
        long version();
    }

    private record Live(ShadowDocument document) implements Entry {
        @Override
        public long version() {
            return document.version();
        }
    }

    private record Deleted(long version, Instant at) implements Entry {}
}
