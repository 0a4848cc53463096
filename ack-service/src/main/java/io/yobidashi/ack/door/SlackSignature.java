package io.yobidashi.ack.door;

import io.yobidashi.aws.door.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature v0 (docs.slack.dev/authentication/verifying-requests-from-slack). Slack's Java library checks a body
 * as text and compares in a time that tells how far it was right; here it is the bytes as they came, in constant time.
 */
public final class SlackSignature {
    static final String SIGNATURE = "X-Slack-Signature";
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    /** How far a signed timestamp may lie from our clock, either way. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String HMAC = "HmacSHA256";

    private final Secret secret;
    private final Clock clock;

    public SlackSignature(Secret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @param key empty where the roads that Slack signs are not set up
     * @param insecure lets requests in that are not signed; what is signed must still be right
     */
    public record Secret(Optional<String> key, boolean insecure) {
        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /**
     * @param header the value of a header by its name, null where there is none
     * @param body as it came
     * @throws UnauthorizedException where nothing proves that Slack sent it just now
     * @throws NotFoundException where the road is closed
     */
    void check(UnaryOperator<@Nullable String> header, byte[] body) {
        String given = header.apply(SIGNATURE);
        if (secret.insecure() && (given == null || secret.key().isEmpty())) {
            return;
        }
        String key = secret.key().orElseThrow(() -> new NotFoundException("YOBIDASHI_SLACK_SIGNING_SECRET is not set"));
        String seconds = header.apply(TIMESTAMP);
        if (given == null || seconds == null || !seconds.matches("\\d{1,11}")) {
            throw new UnauthorizedException("a signature of Slack's is needed");
        }
        if (!MessageDigest.isEqual(bytes(of(key, seconds, body)), bytes(given))) {
            throw new UnauthorizedException("the signature does not match");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), clock.instant());
        if (age.abs().compareTo(WINDOW) > 0) {
            throw new UnauthorizedException("the signature is older or newer than 5 minutes");
        }
    }

    static String of(String key, String seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(key), HMAC));
            mac.update(bytes("v0:" + seconds + ":"));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
