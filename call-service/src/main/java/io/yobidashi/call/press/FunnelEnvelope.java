package io.yobidashi.call.press;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What SORACOM Funnel puts around a press where "payloads only" is off: {@code payloads} (the button's JSON, or its text),
 * {@code imsi}, {@code timestamp} in epoch milliseconds. SIM and time are the press's id where the button gives none.
 * Source: SORACOM's page on Funnel's format.
 */
final class FunnelEnvelope {
    private static final String PAYLOADS = "payloads";

    private FunnelEnvelope() {}

    static boolean is(Content body) {
        return body.has(PAYLOADS);
    }

    /** @throws UnreadablePressException where no press is in it */
    static Told read(Content body) {
        Told told = Dialects.ofButton(new Content(payload(body.raw(PAYLOADS))));
        Optional<String> button = Optional.ofNullable(told.button()).or(() -> body.text("button"));
        Optional<String> imsi = Sims.imsi(body).or(() -> Optional.ofNullable(told.imsi()));
        Optional<String> sent = imsi.flatMap(sim -> body.millis("timestamp").map(at -> Ids.ofTransport(sim, at)));
        return told.from(button.orElse(null), imsi.orElse(null))
                .known(
                        id(told, sent).orElse(null),
                        Optional.ofNullable(told.at())
                                .or(() -> body.millis("timestamp"))
                                .orElse(null));
    }

    /** A press that the button numbers is known by its number. */
    private static Optional<String> id(Told told, Optional<String> sent) {
        return told.sequence() == null ? Optional.ofNullable(told.id()).or(() -> sent) : Optional.empty();
    }

    private static JsonNode payload(JsonNode payloads) {
        JsonNode payload = payloads.isTextual() ? JsonObjects.parse(payloads.asText()) : payloads;
        if (!payload.isObject()) {
            throw new UnreadablePressException("payloads is no JSON object");
        }
        return payload;
    }
}
