package io.yobidashi.localcloud.slack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.roster.Roster.Person;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The legacy outgoing webhook of the channel, bound to it without a trigger word: every message of a person is posted as
 * a form (Slack's index_outgoing_webhooks page). Slack waits 3 s.
 */
public final class OutgoingWebhook {
    private static final List<String> TRIGGER_WORDS = List.of("ok", "no", "行き", "行け");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Supplier<URI> receiver;
    private final String token;

    /** @param receiver the base address of the service that gets {@code /slack/outgoing}, asked at each delivery */
    public OutgoingWebhook(Supplier<URI> receiver, String token) {
        this.receiver = receiver;
        this.token = token;
    }

    /** What the receiver answered; 502 if it could not be reached. */
    Delivery deliver(SlackMessage message, Person author) {
        HttpRequest request = HttpRequest.newBuilder(receiver.get().resolve("/slack/outgoing"))
                .timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form(message, author))))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Delivery("outgoing", answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Delivery("outgoing", 502, "ack-service is out of reach");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery("outgoing", 502, "interrupted");
        }
    }

    /** One road that a person's message took, and how the receiver answered. */
    record Delivery(String road, int status, String body) {

        /** The text that the receiver wants posted; Slack ignores an answer without one. */
        Optional<String> reply() {
            try {
                return Optional.of(JSON.readTree(body).path("text").asText())
                        .filter(text -> status == 200 && !text.isBlank());
            } catch (JacksonException noReply) {
                return Optional.empty();
            }
        }
    }

    private Map<String, String> form(SlackMessage message, Person author) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("team_id", "T0001");
        form.put("team_domain", "yobidashi");
        form.put("service_id", "1763928000000");
        form.put("channel_id", message.channel());
        form.put("channel_name", "booth");
        form.put("timestamp", message.ts());
        form.put("user_id", author.slack());
        form.put("user_name", author.id());
        form.put("text", message.text());
        triggerWord(message.text()).ifPresent(word -> form.put("trigger_word", word));
        return form;
    }

    private static Optional<String> triggerWord(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return TRIGGER_WORDS.stream().filter(plain::startsWith).findFirst();
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
