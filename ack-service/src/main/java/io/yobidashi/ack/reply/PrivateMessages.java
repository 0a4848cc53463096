package io.yobidashi.ack.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells one person something: by a response URL, or by {@code chat.postEphemeral} where there is a bot token. Best
 * effort, and never waited for: what fails is logged without its address, which is a secret, and forgotten.
 */
public final class PrivateMessages {
    private static final Logger LOG = System.getLogger(PrivateMessages.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** What a process that is told to stop has left for them. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int AT_A_TIME = 50;

    private final WebApi api;
    private final Duration farewell;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private final Semaphore room = new Semaphore(AT_A_TIME);

    public PrivateMessages(WebApi api) {
        this(api, FAREWELL);
    }

    /** @param farewell how long a stop waits */
    PrivateMessages(WebApi api, Duration farewell) {
        this.api = api;
        this.farewell = farewell;
    }

    /**
     * Slack's Web API.
     *
     * @param base ends with a slash
     * @param botToken a secret; empty where there is none
     */
    public record WebApi(URI base, Optional<String> botToken) {
        /** Slack's own addresses, and those of whatever stands in for Slack: nobody else is to be called by us. */
        boolean isOfSlack(URI address) {
            String host = String.valueOf(address.getHost());
            boolean slack = "https".equals(address.getScheme())
                    && (host.endsWith(".slack.com") || host.endsWith(".slack-gov.com"));
            return slack || String.valueOf(base.getAuthority()).equals(address.getAuthority());
        }

        @Override
        public String toString() {
            return "WebApi[" + base.getHost() + "]";
        }
    }

    /** @param user the member who is told */
    public void send(WayBack way, String user, Said said) {
        Optional<HttpRequest> request = way instanceof WayBack.ResponseUrl url
                ? response(url.address(), said)
                : ephemeral((WayBack.Ephemeral) way, user, said);
        if (request.isEmpty()) {
            LOG.log(Level.DEBUG, "no way to tell {0} privately", user);
        } else if (room.tryAcquire()) {
            http.sendAsync(request.get(), HttpResponse.BodyHandlers.ofString())
                    .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((answer, failure) -> {
                        room.release();
                        report(user, answer, failure);
                    });
        } else {
            LOG.log(Level.WARNING, "too many private replies at a time: {0} is not told", user);
        }
    }

    /** Sends no more, and gives what is on its way a moment to arrive. */
    public void stop() {
        try {
            if (!room.tryAcquire(AT_A_TIME, farewell.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "stopped before all private replies had arrived");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<HttpRequest> response(URI address, Said said) {
        if (!api.isOfSlack(address)) {
            return Optional.empty();
        }
        ObjectNode body = body(said).put("response_type", "ephemeral").put("replace_original", false);
        return Optional.of(post(address, body).build());
    }

    private Optional<HttpRequest> ephemeral(WayBack.Ephemeral way, String user, Said said) {
        ObjectNode body = body(said).put("channel", way.channel()).put("user", user);
        if (way.thread() != null) {
            body.put("thread_ts", way.thread());
        }
        return api.botToken().map(token -> post(api.base().resolve("chat.postEphemeral"), body)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static HttpRequest.Builder post(URI address, ObjectNode body) {
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static ObjectNode body(Said said) {
        ObjectNode body = MAPPER.createObjectNode().put("text", said.text());
        if (!said.choices().isEmpty()) {
            ArrayNode blocks = body.putArray("blocks");
            // Blocks are shown instead of the text, whose first line is the question.
            section(blocks, said.text().lines().findFirst().orElse(""));
            said.choices().forEach(choice -> addButton(section(blocks, choice.text()), choice));
        }
        return body;
    }

    /** Verbatim, since Slack would otherwise make mentions of what only looks like one. */
    private static ObjectNode section(ArrayNode blocks, String text) {
        ObjectNode section = blocks.addObject().put("type", "section");
        section.putObject("text").put("type", "mrkdwn").put("text", text).put("verbatim", true);
        return section;
    }

    private static void addButton(ObjectNode section, Said.Choice choice) {
        ObjectNode button = section.putObject("accessory").put("type", "button");
        button.put("action_id", choice.action()).put("value", choice.callId());
        button.putObject("text").put("type", "plain_text").put("text", choice.label());
    }

    private static void report(String user, HttpResponse<String> answer, Throwable failure) {
        if (failure != null) {
            LOG.log(
                    Level.WARNING,
                    "{0} was not told privately: {1}",
                    user,
                    failure.getClass().getSimpleName());
            return;
        }
        String problem = answer.statusCode() == 200 ? error(answer.body()) : "status " + answer.statusCode();
        if (!problem.isEmpty()) {
            LOG.log(Level.WARNING, "{0} was not told privately: {1}", user, problem);
        }
    }

    /** The Web API answers 200 to everything, and tells by a word what was wrong; response URLs answer "ok". */
    private static String error(String body) {
        try {
            JsonNode answer = MAPPER.readTree(body);
            return answer.path("ok").asBoolean(true) ? "" : answer.path("error").asText("?");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
