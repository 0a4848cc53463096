package io.yobidashi.call.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.telling.Notice;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * Posts through an incoming webhook, which answers {@code 200 ok}, {@code 429} with {@code Retry-After}, or an error as
 * plain text (Slack's page on incoming webhooks). Its address is a secret and is told to nobody.
 */
public final class SlackWebhook implements SlackChannel {
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_ERROR_LENGTH = 60;

    private final URI address;
    private final Function<Notice, String> texts;
    private final Slack slack;
    private final Pace pace;

    public SlackWebhook(URI address, Function<Notice, String> texts, Clock clock) {
        this.address = address;
        this.texts = texts;
        this.slack = slack();
        this.pace = new Pace(clock);
    }

    @Override
    public Duration pause() {
        return pace.untilNext();
    }

    @Override
    public PostResult post(Notice notice) {
        Duration wait = pace.take();
        if (!wait.isZero()) {
            return new PostResult.Later(wait, "one message per second is what Slack takes");
        }
        try {
            return result(slack.send(
                    address.toString(),
                    Payload.builder().text(texts.apply(notice)).build()));
        } catch (IOException e) {
            // The message could name the address.
            return new PostResult.Later(
                    SHORTLY, "no answer from Slack (" + e.getClass().getSimpleName() + ")");
        }
    }

    private PostResult result(WebhookResponse answer) {
        int status = answer.getCode();
        if (status == 200) {
            return new PostResult.Accepted(Optional.empty());
        }
        if (status == 429) {
            Duration after = retryAfter(answer.getHeaders());
            pace.rest(after);
            return new PostResult.Later(after, "Slack wants less (429)");
        }
        return status >= 500
                ? new PostResult.Later(SHORTLY, "Slack answers " + status)
                : new PostResult.Refused(status + " " + error(answer.getBody()));
    }

    private static Duration retryAfter(Map<String, List<String>> headers) {
        return headers.getOrDefault("retry-after", List.of()).stream()
                .findFirst()
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .filter(after -> !after.isZero())
                .orElse(SHORTLY);
    }

    /** Slack's errors are single words; anything else, such as a proxy's page, is not repeated. */
    private static String error(String body) {
        String word = body == null ? "" : body.strip();
        return word.length() <= MAX_ERROR_LENGTH && word.matches("[a-z0-9_]+") ? word : "(no word of Slack's)";
    }

    private static Slack slack() {
        SlackConfig config = new SlackConfig();
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()));
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
}
