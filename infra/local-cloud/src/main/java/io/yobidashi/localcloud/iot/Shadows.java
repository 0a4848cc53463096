package io.yobidashi.localcloud.iot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.iot.ShadowEntry.Deleted;
import io.yobidashi.localcloud.iot.ShadowEntry.Live;
import io.yobidashi.localcloud.store.Shelf;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The Device Shadow service behind both of its doors. Changes of one shadow happen one after another, and
 * {@code /update/documents} and {@code /update/delta} leave in the order of the versions, whichever door the update came
 * through. {@code accepted} and {@code rejected} are the MQTT door's own: a REST caller has its HTTP answer
 * (device-shadow-data-flow page).
 */
public final class Shadows {
    /** A shadow made anew within this time goes on with the numbers of the deleted one. */
    private static final Duration VERSION_MEMORY = Duration.ofHours(48);

    private final Clock clock;
    private final Publisher publisher;
    private final Shelf shelf;
    private final ConcurrentHashMap<ShadowName, ShadowEntry> entries = new ConcurrentHashMap<>();
    private final LongAdder updates = new LongAdder();

    /** @param shelf where every accepted change is kept before it is answered */
    public Shadows(Clock clock, Publisher publisher, Shelf shelf) {
        this.clock = clock;
        this.publisher = publisher;
        this.shelf = shelf;
        shelf.texts().forEach(this::restore);
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
        ShadowEntry written = entries.compute(name, (same, entry) -> new Live(write(name, entry, update, now)));
        updates.increment();
        return ShadowReplies.accepted(update, written.version(), now.getEpochSecond());
    }

    /** @throws ShadowRefusal 404 without such a shadow */
    public ObjectNode delete(ShadowName name) {
        Instant now = clock.instant();
        ShadowEntry deleted = entries.compute(name, (same, entry) -> {
            if (entry instanceof Live live) {
                return keep(name, new Deleted(live.version(), now));
            }
            throw ShadowRefusal.noShadow(name);
        });
        return ShadowReplies.deleted(deleted.version(), now.getEpochSecond());
    }

    /** The names of a thing's named shadows, a page at a time; the classic one is not listed. */
    ObjectNode list(ShadowPage page) {
        List<String> names = entries.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Live)
                .map(Map.Entry::getKey)
                .filter(name -> name.thing().equals(page.thing()))
                .flatMap(name -> name.shadow().stream())
                .sorted()
                .toList();
        return page.of(names, clock.instant().getEpochSecond());
    }

    /** How many updates were accepted since the start. */
    public long updates() {
        return updates.sum();
    }

    /** Runs inside the map's lock of this shadow, so that what is published leaves in version order. */
    private ShadowDocument write(ShadowName name, ShadowEntry entry, ShadowUpdate update, Instant now) {
        ShadowDocument before = current(entry, now);
        boolean matches = entry instanceof Live && update.version().orElse(-1) == before.version();
        if (update.version().isPresent() && !matches) {
            throw ShadowRefusal.conflict();
        }
        long seconds = now.getEpochSecond();
        ShadowDocument after = before.apply(update, seconds);
        keep(name, new Live(after));
        publish(name, "/update/documents", ShadowReplies.documents(before, after, update, seconds));
        ShadowReplies.delta(after, update, seconds).ifPresent(delta -> publish(name, "/update/delta", delta));
        return after;
    }

    private ShadowEntry keep(ShadowName name, ShadowEntry entry) {
        shelf.put(name.key(), entry.kept());
        return entry;
    }

    private void restore(String key, String kept) {
        try {
            entries.put(ShadowName.ofKey(key), ShadowEntry.read(kept));
        } catch (IllegalArgumentException | ShadowRefusal unreadable) {
            shelf.setAside(key, unreadable);
        }
    }

    private static ShadowDocument current(ShadowEntry entry, Instant now) {
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
}
