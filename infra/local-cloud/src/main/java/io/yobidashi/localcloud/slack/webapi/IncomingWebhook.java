package io.yobidashi.localcloud.slack.webapi;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channel;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.content.ContentReader;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code POST /slack/webhook}: JSON, or the form field {@code payload}; {@code 200 ok}, else a word as plain text. Status
 * and words are those of Slack's changelog of 2016-05-17 where it names them; 400 for the other words is unverified. The
 * hook belongs to the roster's channel; another one can be named as the legacy hooks allow, app hooks ignore that.
 */
public final class IncomingWebhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Channels channels;
    private final PostLimits limits;
    private final Bot bot;

    public IncomingWebhook(Channels channels, PostLimits limits, Bot bot) {
        this.channels = channels;
        this.limits = limits;
        this.bot = bot;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/slack/webhook", this::takeIn);
    }

    private void takeIn(Context http) {
        Optional<JsonNode> payload = payload(http);
        if (payload.isEmpty()) {
            refuse(http, 400, "invalid_payload");
            return;
        }
        String wanted = payload.get().path("channel").asText(channels.home().id());
        Optional<Channel> channel = channels.find(wanted);
        if (channel.isEmpty()) {
            refuse(http, 404, "channel_not_found");
        } else if (channel.get().archived()) {
            refuse(http, 410, "channel_is_archived");
        } else {
            post(http, channel.get(), payload.get());
        }
    }

    private void post(Context http, Channel channel, JsonNode payload) {
        ContentReader.Reading reading = ContentReader.read(payload);
        if (reading instanceof ContentReader.Refused refused) {
            refuse(http, 400, refused.word().startsWith("invalid_blocks") ? "invalid_blocks" : refused.word());
            return;
        }
        Optional<Duration> wait = limits.take(channel.id());
        if (wait.isPresent()) {
            tooFast(http, wait.get());
            return;
        }
        Draft draft = Draft.of(channel.id(), Workspace.BOT, ((ContentReader.Accepted) reading).content());
        bot.post(draft.inThread(payload.path("thread_ts").asText(null)));
        http.result("ok");
    }

    private static Optional<JsonNode> payload(Context http) {
        boolean form = Objects.requireNonNullElse(http.contentType(), "").startsWith(FORM);
        String text = form ? Objects.requireNonNullElse(http.formParam("payload"), "") : http.body();
        try {
            return Optional.of(JSON.readTree(text)).filter(json -> {
                JsonNode said = json.path("text");
                return json.isObject() && (said.isTextual() || said.isMissingNode());
            });
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** A JSON body, as Slack's page on rate limits of 2017 says; its fields are unverified. */
    private static void tooFast(Context http, Duration wait) {
        http.header("Retry-After", "" + wait.toSeconds());
        http.status(429).contentType("application/json").result("{\"ok\":false,\"error\":\"ratelimited\"}");
    }

    private static void refuse(Context http, int status, String word) {
        http.status(status).result(word);
    }
}
