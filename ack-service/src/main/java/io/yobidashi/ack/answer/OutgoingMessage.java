package io.yobidashi.ack.answer;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the channel, as Slack's outgoing webhook posts it in a form.
 *
 * @param token proves that Slack sent it; a secret
 * @param timestamp Slack's name of the message within its channel: seconds and microseconds
 * @param botId the app that wrote it; absent for people
 */
public record OutgoingMessage(
        String token,
        String channelId,
        String timestamp,
        String userId,
        String text,
        @Nullable String botId) {
    private static final String SLACKBOT = "USLACKBOT";
    private static final String TIMESTAMP = "\\d{1,11}(\\.\\d{1,6})?";
    private static final int MILLIS = 3;

    /** @throws UnreadableFormException where a field is missing or makes no sense */
    public static OutgoingMessage parse(String form) {
        Map<String, List<String>> fields = fields(form);
        String timestamp = required(fields, "timestamp");
        if (!timestamp.matches(TIMESTAMP)) {
            throw new UnreadableFormException("timestamp is no Slack timestamp");
        }
        return new OutgoingMessage(
                field(fields, "token").orElse(""),
                required(fields, "channel_id"),
                timestamp,
                required(fields, "user_id"),
                field(fields, "text").orElse(""),
                field(fields, "bot_id").filter(id -> !id.isEmpty()).orElse(null));
    }

    /** The same on every road by which this message can reach us. */
    public String id() {
        return channelId + ":" + timestamp + ":" + userId;
    }

    public Instant at() {
        return Instant.ofEpochMilli(
                new BigDecimal(timestamp).movePointRight(MILLIS).longValue());
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

    private static Map<String, List<String>> fields(String form) {
        try {
            return new QueryStringDecoder(form, StandardCharsets.UTF_8, false).parameters();
        } catch (IllegalArgumentException e) {
            throw new UnreadableFormException("the body is no form");
        }
    }

    private static String required(Map<String, List<String>> fields, String name) {
        return field(fields, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new UnreadableFormException(name + " is missing"));
    }

    private static Optional<String> field(Map<String, List<String>> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(values -> values.get(0));
    }
}
