package io.yobidashi.core.status;

/**
 * The newest {@value #CAPACITY} events that a status has taken in, so that one that comes again changes nothing.
 * Kept in the shadow as one string of 8-character digests, oldest first.
 */
public record Recent(String digests) {
    public static final int CAPACITY = 100;
    public static final Recent NONE = new Recent("");
    private static final int LENGTH = 8;

    public Recent {
        if (digests.length() % LENGTH != 0) {
            throw new IllegalArgumentException("digests come in pieces of " + LENGTH + " characters");
        }
    }

    public boolean contains(String eventId) {
        String wanted = digest(eventId);
        for (int at = 0; at < digests.length(); at += LENGTH) {
            if (digests.startsWith(wanted, at)) {
                return true;
            }
        }
        return false;
    }

    public Recent plus(String eventId) {
        String all = digests + digest(eventId);
        return new Recent(all.substring(Math.max(0, all.length() - CAPACITY * LENGTH)));
    }

    private static String digest(String eventId) {
        return Digest.brief(eventId);
    }
}
