package io.yobidashi.ack.slack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the channel, as Slack's outgoing webhook posts it in a form.
 *
 * @param token proves that Slack sent it; a secret
 * @param timestamp Slack's name of the message within its channel: seconds and microseconds
 * @param thread the message under which it was written; Slack's page does not list the field, but it is sent
 * @param botId the app that wrote it; absent for people
 */
public record OutgoingMessage(
        String token,
        String channelId,
        String timestamp,
        String userId,
        String text,
        @Nullable String thread,
        @Nullable String botId) {
    private static final String SLACKBOT = "USLACKBOT";

    /** @throws UnreadableRequestException where a field is missing or makes no sense */
    public static OutgoingMessage of(SlackForm form) {
        return new OutgoingMessage(
                form.field("token").orElse(""),
                form.required("channel_id"),
                SlackTime.checked("timestamp", form.required("timestamp")),
                form.required("user_id"),
                form.field("text").orElse(""),
                form.field("thread_ts").filter(SlackTime::isOne).orElse(null),
                form.field("bot_id").orElse(null));
    }

    /** The same on every road by which this message can reach us. */
    public String id() {
        return channelId + ":" + timestamp + ":" + userId;
    }

    public Instant at() {
        return SlackTime.at(timestamp);
    }

    /** Our own messages come back too. */
    public boolean ofBot() {
        return botId != null || userId.equals(SLACKBOT);
    }

    /** Without what is secret or private. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + id() + "]";
    }
}
