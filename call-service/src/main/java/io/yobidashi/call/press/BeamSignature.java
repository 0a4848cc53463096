package io.yobidashi.call.press;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SORACOM Beam's signature over its own headers: the plain SHA-256, in hex, of the shared secret and each header as
 * {@code name=value}, nothing in between. It covers neither the body nor its own version, so a time window is all that
 * stands against replays. Source: SORACOM's page on Beam signature verification.
 */
final class BeamSignature {
    static final String HEADER = "x-soracom-signature";
    private static final String PREFIX = "x-soracom-";
    /** In the order in which Beam strings them together; those that are not sent are left out. */
    private static final List<String> SIGNED = List.of("imei", "imsi", "msisdn", "sim-id", "timestamp");

    private BeamSignature() {}

    /** @param headers the value of a header by its lower-case name */
    static boolean matches(String signature, String secret, Function<String, Optional<String>> headers) {
        StringBuilder signed = new StringBuilder(secret);
        for (String name : SIGNED) {
            headers.apply(PREFIX + name)
                    .ifPresent(value ->
                            signed.append(PREFIX).append(name).append('=').append(value));
        }
        byte[] expected = HexFormat.of().formatHex(sha256(signed.toString())).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
