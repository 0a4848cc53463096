package io.yobidashi.ack.slack;

import java.math.BigDecimal;
import java.time.Instant;

/** Slack's timestamps: seconds and microseconds, which also name a message within its channel. */
final class SlackTime {
    private static final String SHAPE = "\\d{1,11}(\\.\\d{1,6})?";
    private static final int MILLIS = 3;

    private SlackTime() {}

    /** @throws UnreadableRequestException naming the field, where it holds something else */
    static String checked(String field, String ts) {
        if (!isOne(ts)) {
            throw new UnreadableRequestException(field + " is no Slack timestamp");
        }
        return ts;
    }

    static boolean isOne(String ts) {
        return ts.matches(SHAPE);
    }

    static Instant at(String ts) {
        return Instant.ofEpochMilli(new BigDecimal(ts).movePointRight(MILLIS).longValue());
    }
}
