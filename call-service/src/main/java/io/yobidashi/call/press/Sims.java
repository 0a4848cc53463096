package io.yobidashi.call.press;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SIM that sent a press, as SORACOM tells it beside the button's own words: {@code imsi} in Funnel's envelope, and in
 * the metadata of Funk that a function adds when it passes a press on, under the names that Funk gives it there
 * ({@code ctx} of its token, {@code clientContext} and its {@code custom} on AWS Lambda), or plainly beside the rest.
 */
final class Sims {
    private static final String IMSI = "imsi";

    private Sims() {}

    static Optional<String> imsi(Content body) {
        Content context = body.inner("clientContext");
        return Stream.of(body, body.inner("ctx"), context, context.inner("custom"))
                .map(place -> place.text(IMSI))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The SIM that Funk's token ({@code x-soracom-token}, a JWT) names. Its signature is not checked, so it proves nothing:
     * it only tells which button it was to a door that trusts the sender for another reason.
     */
    static Optional<String> ofToken(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return imsi(new Content(JsonObjects.parse(claims)));
        } catch (IllegalArgumentException | UnreadablePressException e) {
            return Optional.empty();
        }
    }
}
