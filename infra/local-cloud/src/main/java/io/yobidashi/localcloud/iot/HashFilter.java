package io.yobidashi.localcloud.iot;

import java.util.regex.Pattern;

/**
 * The one rule of topic filters in which AWS IoT differs from the MQTT standard: {@code a/#} does not match {@code a}
 * (mqtt page, differences). The broker goes by the standard, so it is given {@code a/+/#}, which says what AWS means.
 */
final class HashFilter {
    private static final String SENT = "#";
    private static final String GIVEN = "+/#";
    /** Anything else that ends so is no filter, and the broker's to refuse. */
    private static final Pattern WITH_HASH = Pattern.compile("(?!\\$share/[^/]*$)(.*/)?#", Pattern.DOTALL);

    private HashFilter() {}

    /** What the broker is given for what a client sent. */
    static String asGiven(String sent) {
        return WITH_HASH.matcher(sent).matches() ? sent.substring(0, sent.length() - SENT.length()) + GIVEN : sent;
    }

    /** What a client sent, from what the broker was given. */
    static String asSent(String given) {
        return given.endsWith(GIVEN) ? given.substring(0, given.length() - GIVEN.length()) + SENT : given;
    }
}
