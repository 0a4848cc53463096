package io.yobidashi.ack.door;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.ack.answer.Zones;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes answers of what people did, each road bringing what it knows. */
public final class Take {
    private final Zones zones;

    public Take(Zones zones) {
        this.zones = zones;
    }

    /**
     * Where an answer comes from.
     *
     * @param thread the message of ours that it belongs to
     * @param reply the way back
     */
    record Origin(
            String id,
            Instant at,
            @Nullable String thread,
            @Nullable String reply) {}

    Answer text(Person author, AnswerText text, Origin origin) {
        Instant eta = text.eta(origin.at(), zones.of(author)).orElse(null);
        return new Answer(
                origin.id(),
                author.slack(),
                null,
                origin.thread(),
                text.kind(),
                text.note(),
                eta,
                null,
                null,
                null,
                origin.reply(),
                origin.at());
    }

    /** By a click: the call is known. */
    static Answer click(String user, String callId, Answer.Kind kind, Origin origin) {
        return new Answer(
                origin.id(), user, callId, null, kind, null, null, null, null, null, origin.reply(), origin.at());
    }
}
