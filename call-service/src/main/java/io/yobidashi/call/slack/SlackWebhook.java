package io.yobidashi.call.slack;

import com.slack.api.Slack;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.telling.Notice;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Posts through an incoming webhook, which answers {@code 200 ok}, {@code 429} with {@code Retry-After}, or an error as
 * plain text (Slack's page on incoming webhooks). Its address is a secret and is told to nobody.
 */
public final class SlackWebhook implements SlackChannel {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final URI address;
    private final Supplier<Wording> wording;
    private final Slack slack;
    private final Pace pace;

    public SlackWebhook(URI address, Supplier<Wording> wording, Clock clock) {
        this.address = address;
        this.wording = wording;
        this.slack = SlackClients.within(TIMEOUT);
        this.pace = new Pace(clock);
    }

    @Override
    public Duration pause(Notice notice) {
        return pace.untilNext(reserve(notice));
    }

    /** Where an answer is lost nobody can know whether Slack took the message: a webhook can't be asked. */
    @Override
    public Sighting look(Notice notice) {
        return new Sighting.NotSeen();
    }

    @Override
    public PostResult post(Notice notice) {
        if (notice.isEdit()) {
            // The message is a bot's, from before somebody changed the settings: it stays as it is.
            return new PostResult.Accepted(Optional.empty());
        }
        Duration wait = pace.take(reserve(notice));
        if (!wait.isZero()) {
            return new PostResult.NotAsked(wait, "one message per second is what Slack takes");
        }
        try {
            return result(slack.send(
                    address.toString(),
                    Payload.builder().text(wording.get().texts().apply(notice)).build()));
        } catch (IOException e) {
            // The message could name the address.
            return new PostResult.Later(
                    SlackClients.SHORTLY,
                    "no answer from Slack (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Mere news leaves room for a first call. */
    private static int reserve(Notice notice) {
        return notice.kind().isForVisitor() ? 0 : 1;
    }

    private PostResult result(WebhookResponse answer) {
        int status = answer.getCode();
        if (status == 200) {
            return new PostResult.Accepted(Optional.empty());
        }
        if (status == 429) {
            Duration after = SlackClients.retryAfter(answer.getHeaders());
            pace.rest(after);
            return new PostResult.Later(after, "Slack wants less (429)");
        }
        return status >= 500
                ? new PostResult.Later(SlackClients.SHORTLY, "Slack answers " + status)
                : new PostResult.Refused(status + " " + SlackClients.word(answer.getBody()));
    }
}
