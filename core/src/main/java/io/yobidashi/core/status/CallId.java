package io.yobidashi.core.status;

import java.time.Instant;

/**
 * Makes call ids: 26 characters in Crockford's base 32, as a ULID, the first ten its milliseconds.
 * The rest is a digest of what opened the call instead of chance, so that deciding again gives the same call.
 */
public final class CallId {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_LENGTH = 10;
    private static final int DIGEST_LENGTH = 16;

    private CallId() {}

    public static String of(Instant at, String openedBy) {
        StringBuilder id = new StringBuilder(TIME_LENGTH + DIGEST_LENGTH);
        for (int shift = 5 * (TIME_LENGTH - 1); shift >= 0; shift -= 5) {
            id.append(ALPHABET.charAt((int) (at.toEpochMilli() >>> shift) & 31));
        }
        byte[] digest = Digest.of(openedBy);
        for (int i = 0; i < DIGEST_LENGTH; i++) {
            id.append(ALPHABET.charAt(digest[i] & 31));
        }
        return id.toString();
    }
}
