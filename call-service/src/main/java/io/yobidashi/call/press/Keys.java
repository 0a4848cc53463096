package io.yobidashi.call.press;

import io.yobidashi.aws.door.UnauthorizedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides by its headers whether a request may press: by SORACOM Beam's signature, or by the token of other senders. */
public final class Keys {
    /** How far a signed timestamp may lie from our clock, either way. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String IMSI = "x-soracom-imsi";
    private static final String FUNK_TOKEN = "x-soracom-token";
    private static final String TIMESTAMP = "x-soracom-timestamp";
    private static final String BEARER = "Bearer ";

    private final Secrets secrets;
    private final Clock clock;

    public Keys(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param headers the value of a header by its lower-case name
     * @throws UnauthorizedException where nothing proves that the sender may press
     */
    public Sender check(Function<String, Optional<String>> headers) {
        Optional<String> signature = headers.apply(BeamSignature.HEADER);
        if (signature.isPresent() && secrets.beam() != null) {
            return signed(signature.get(), secrets.beam(), headers);
        }
        Optional<String> authorization = headers.apply("authorization");
        if (authorization.isPresent() && secrets.token() != null) {
            return bearer(authorization.get(), secrets.token(), headers);
        }
        if (secrets.insecure()) {
            return new Sender.Trusted(sim(headers));
        }
        throw new UnauthorizedException("a SORACOM Beam signature or the bearer token is needed");
    }

    /** Named by Beam's header or by Funk's token; neither is proven here. */
    private static @Nullable String sim(Function<String, Optional<String>> headers) {
        return headers.apply(IMSI)
                .or(() -> headers.apply(FUNK_TOKEN).flatMap(Sims::ofToken))
                .orElse(null);
    }

    private Sender signed(String signature, String secret, Function<String, Optional<String>> headers) {
        Instant at = headers.apply(TIMESTAMP)
                .filter(value -> value.matches("\\d{1,15}"))
                .map(value -> Instant.ofEpochMilli(Long.parseLong(value)))
                .orElseThrow(() -> new UnauthorizedException("a signature needs " + TIMESTAMP));
        String imsi = headers.apply(IMSI).orElseThrow(() -> new UnauthorizedException("a signature needs " + IMSI));
        if (!BeamSignature.matches(signature, secret, headers)) {
            throw new UnauthorizedException("the signature does not match");
        }
        if (Duration.between(at, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new UnauthorizedException("the signature is older or newer than 5 minutes");
        }
        return new Sender.Sim(imsi, at);
    }

    private static Sender bearer(String authorization, String token, Function<String, Optional<String>> headers) {
        byte[] given = authorization.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual((BEARER + token).getBytes(StandardCharsets.UTF_8), given)) {
            throw new UnauthorizedException("the bearer token is wrong");
        }
        return new Sender.Trusted(sim(headers));
    }

    /**
     * What opens the door.
     *
     * @param beam the secret shared with SORACOM Beam; absent where Beam is not used
     * @param token the bearer token of other senders; absent where there are none
     * @param insecure lets requests in that prove nothing; what they do bring must still be right
     */
    public record Secrets(@Nullable String beam, @Nullable String token, boolean insecure) {
        @Override
        public String toString() {
            return "Secrets[hidden]";
        }
    }
}
