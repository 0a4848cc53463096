package io.yobidashi.localcloud.slack.callback;

/**
 * One road that somebody's deed took, and how the receiver answered.
 *
 * @param road {@code outgoing}, {@code events}, {@code commands} or {@code interactions}
 * @param status 504 if there was no answer within 3 s, 502 if there was none at all
 */
public record Delivery(String road, int status, String body) {

    static Delivery late(String road) {
        return new Delivery(road, 504, "no answer within 3 s");
    }
}
