package io.yobidashi.localcloud.buttons;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The signature of SORACOM Beam's HTTP entry, version 20151001: SHA-256 over the shared secret and each signed header as
 * {@code name=value}, without separators, in the order imei, imsi, msisdn, sim-id, timestamp, which is alphabetical
 * (SORACOM "signature verification" page). The body is not covered.
 */
public final class BeamSignature {
    public static final String VERSION = "20151001";

    private BeamSignature() {}

    /**
     * @param headers lower-case names to values, only those that Beam signs
     * @return lower-case hex
     */
    public static String of(String secret, Map<String, String> headers) {
        StringBuilder signed = new StringBuilder(secret);
        new TreeMap<>(headers)
                .forEach((name, value) -> signed.append(name).append('=').append(value));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
