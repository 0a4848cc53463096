package io.yobidashi.localcloud.slack.callback;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.slack.chat.Bot;
import io.yobidashi.localcloud.slack.chat.Channels;
import io.yobidashi.localcloud.slack.chat.Draft;
import io.yobidashi.localcloud.slack.chat.SlackMessage;
import io.yobidashi.localcloud.slack.chat.SlackUser;
import io.yobidashi.localcloud.slack.chat.Workspace;
import io.yobidashi.localcloud.slack.content.Content;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The legacy outgoing webhook, bound to its channel without a trigger word: every message of a person is posted as a form
 * (Slack's index_outgoing_webhooks page, and {@code thread_ts}, which it does not list but receivers read), known by its
 * token and not signed. Slack tries a failed one again, but does not tell how often; that is left out.
 */
public final class OutgoingWebhook {
    private static final String ROAD = "outgoing";
    private static final List<String> TRIGGER_WORDS = List.of("ok", "no", "行き", "行け");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppClient client;
    private final String token;
    private final Channels channels;
    private final Bot bot;

    public OutgoingWebhook(AppClient client, String token, Channels channels, Bot bot) {
        this.client = client;
        this.token = token;
        this.channels = channels;
        this.bot = bot;
    }

    /** Delivers what a person said; the text of the answer is posted before the delivery is known. */
    public CompletableFuture<Delivery> deliver(SlackMessage message, SlackUser author) {
        AppClient.Call call = new AppClient.Call("/slack/outgoing", AppClient.FORM, form(message, author));
        return client.call(call).thenApply(outcome -> {
            reply(outcome)
                    .ifPresent(text -> bot.post(Draft.of(message.channel(), Workspace.BOT, Content.posted(text))));
            return outcome.on(ROAD);
        });
    }

    private String form(SlackMessage message, SlackUser author) {
        String channelName = channels.find(message.channel()).orElseThrow().name();
        Form form = new Form()
                .with("token", token)
                .with("team_id", Workspace.TEAM)
                .with("team_domain", Workspace.DOMAIN)
                .with("service_id", "1763928000000")
                .with("channel_id", message.channel())
                .with("channel_name", channelName)
                .with("timestamp", message.ts())
                .with("user_id", author.id())
                .with("user_name", author.name())
                .with("text", message.text());
        triggerWord(message.text()).ifPresent(word -> form.with("trigger_word", word));
        Optional.ofNullable(message.threadTs()).ifPresent(thread -> form.with("thread_ts", thread));
        return form.encoded();
    }

    private static Optional<String> triggerWord(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return TRIGGER_WORDS.stream().filter(plain::startsWith).findFirst();
    }

    /** The text that the receiver wants posted; Slack ignores an answer without one. */
    private static Optional<String> reply(Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered answered) || answered.status() != 200) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(answered.body()).path("text").asText())
                    .filter(text -> !text.isBlank());
        } catch (JacksonException noReply) {
            return Optional.empty();
        }
    }
}
