package io.yobidashi.call.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Slack's own client, set up so that it tells nothing to logs and repeats nothing. */
final class SlackClients {
    static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9_]{1,60}");

    private SlackClients() {}

    /** @param limit how long a call may take in all */
    static Slack within(Duration limit) {
        return client(new SlackConfig(), limit);
    }

    /** @param api where the methods are, with a slash at its end */
    static Slack within(Duration limit, URI api) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(api.toString());
        return client(config, limit);
    }

    private static Slack client(SlackConfig config, Duration limit) {
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(limit.toMillis()));
        // The SDK's own listeners write addresses and bodies to the debug log.
        config.setHttpClientResponseHandlers(List.of());
        config.setStatsEnabled(false);
        // A message whose answer was lost may have been taken: whether to post it again is not for the client to
        // decide.
        OkHttpClient once = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build();
        SlackHttpClient client = new SlackHttpClient(once);
        client.setConfig(config);
        return Slack.getInstance(config, client);
    }

    /** Slack's errors are single words; anything else, such as a proxy's page, is not repeated. */
    static String word(@Nullable String error) {
        String word = error == null ? "" : error.strip();
        return WORD.matcher(word).matches() ? word : "(no word of Slack's)";
    }

    /** How long Slack wants silence, by its header {@code Retry-After}; a second where it does not say. */
    static Duration retryAfter(Map<String, List<String>> headers) {
        return headers.getOrDefault("retry-after", List.of()).stream()
                .findFirst()
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(after -> !after.isZero())
                .orElse(SHORTLY);
    }
}
