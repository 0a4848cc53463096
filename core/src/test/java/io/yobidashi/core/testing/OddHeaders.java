package io.yobidashi.core.testing;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;

/** Headers that nobody expects: twice, long, of any letters, in places where something else belongs. */
public final class OddHeaders {
    private static final List<String> NAMES = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "Cookie",
            "X-Forwarded-For",
            "X-Http-Method-Override",
            "X-Slack-Signature",
            "X-Slack-Request-Timestamp",
            "x-soracom-imsi",
            "x-soracom-signature",
            "x-soracom-timestamp",
            "x-soracom-token",
            "traceparent");
    private static final List<String> VALUES =
            List.of("Bearer ", "application/json; charset=", "v0=", "440103000000001", "a, b;q=0.1", "00-0-0-01", "\"");
    /** Several of these stay below what a service takes. */
    private static final int MOST = 3_000;

    private OddHeaders() {}

    /** Adds up to three of them to every tenth request. */
    public static HttpRequest.Builder on(HttpRequest.Builder request, Random random) {
        if (random.nextInt(10) == 0) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                request.header(any(random, NAMES), value(random));
            }
        }
        return request;
    }

    private static String value(Random random) {
        String text = random.nextInt(4) == 0
                ? any(random, VALUES).repeat(random.nextInt(200) + 1)
                : Mutants.text(random, VALUES);
        // What Java's client sends at all: printable, and bytes beyond ASCII.
        String sent = text.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "\u00e9");
        return sent.substring(0, Math.min(sent.length(), MOST));
    }

    private static String any(Random random, List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
