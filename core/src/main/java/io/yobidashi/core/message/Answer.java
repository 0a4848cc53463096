package io.yobidashi.core.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answered in Slack, by whatever road.
 *
 * @param id {@code channel:ts:user} on every road, so that one message seen by two roads is one answer
 * @param user the author's Slack member id
 * @param callId the call that is meant; absent for a text that names none
 * @param thread the Slack message whose call is meant, by its timestamp: of a reply in its thread, of a reaction to it;
 *     absent elsewhere
 * @param note what stands beside "ok"
 * @param eta when the author expects to arrive
 * @param until the end of a do not disturb
 * @param standIn the person asked instead during it, {@link #NOBODY} for none on purpose
 * @param reason shown on the board during it
 * @param reply where a private reply can be sent later, in the words of whoever sends it; absent where there is none
 * @param at the Slack message's timestamp
 */
public record Answer(
        String id,
        String user,
        @Nullable String callId,
        @Nullable String thread,
        Kind kind,
        @Nullable String note,
        @Nullable Instant eta,
        @Nullable Instant until,
        @Nullable String standIn,
        @Nullable String reason,
        @Nullable String reply,
        Instant at)
        implements Message {

    /** In the place of a stand-in: nobody is asked instead. */
    public static final String NOBODY = "nobody";

    /** @throws IllegalArgumentException for a do not disturb without an end: it would never end by itself */
    public Answer {
        if (kind == Kind.DND_ON && until == null) {
            throw new IllegalArgumentException("dnd-on needs an until");
        }
    }

    public static Answer ok(String id, String user, @Nullable String note, Instant at) {
        return new Answer(id, user, null, null, Kind.OK, note, null, null, null, null, null, at);
    }

    /** One that names no message. */
    public Answer(
            String id,
            String user,
            @Nullable String callId,
            Kind kind,
            @Nullable String note,
            @Nullable Instant eta,
            @Nullable Instant until,
            @Nullable String standIn,
            @Nullable String reason,
            @Nullable String reply,
            Instant at) {
        this(id, user, callId, null, kind, note, eta, until, standIn, reason, reply, at);
    }

    /** What the author said. */
    public enum Kind {
        OK,
        CANNOT,
        DND_ON,
        DND_OFF;

        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst();
        }
    }
}
