package io.yobidashi.localcloud.slack.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.yobidashi.localcloud.slack.chat.Change;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Events API (docs.slack.dev/apis/events-api): each change is sent to the app if that answered the handshake, and
 * again almost at once, after 1 minute and after 5 minutes as long as it is not answered with 2xx. An app is never cut off
 * for failing: Slack does so beyond 1,000 events an hour only.
 */
public final class Events {
    private static final String ROAD = "events";
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignedClient client;
    private final Handshake handshake;
    private final EventView view;
    private final Clock clock;
    private final Later later;

    public Events(SignedClient client, EventView view, Clock clock, Later later) {
        this.client = client;
        this.handshake = new Handshake(client);
        this.view = view;
        this.clock = clock;
        this.later = later;
    }

    /** Sends it, and tells within 3 s how that went at first; empty if the app takes no events. */
    public CompletableFuture<Optional<Delivery>> deliver(Change change) {
        Optional<String> body = view.of(change).map(this::envelope);
        if (body.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return inTime(handshake
                .verify()
                .thenCompose(taken -> taken
                        ? attempt(body.get(), 0, Map.of()).thenApply(outcome -> Optional.of(outcome.on(ROAD)))
                        : CompletableFuture.completedFuture(Optional.empty())));
    }

    /** Handshake and event together may take longer than the caller is to wait. */
    private CompletableFuture<Optional<Delivery>> inTime(CompletableFuture<Optional<Delivery>> first) {
        return first.copy()
                .orTimeout(AppClient.LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> failure instanceof TimeoutException
                        ? CompletableFuture.completedFuture(late())
                        : CompletableFuture.failedFuture(failure));
    }

    private Optional<Delivery> late() {
        return handshake.done() ? Optional.of(Delivery.late(ROAD)) : Optional.empty();
    }

    private CompletableFuture<Outcome> attempt(String body, int retries, Map<String, String> headers) {
        return client.call(new AppClient.Call(Handshake.PATH, AppClient.JSON, body, headers))
                .thenApply(outcome -> {
                    reasonToRetry(outcome)
                            .filter(reason -> retries < RETRIES.size())
                            .ifPresent(reason -> retry(body, retries, reason));
                    return outcome;
                });
    }

    private void retry(String body, int retries, String reason) {
        Map<String, String> headers = Map.of("x-slack-retry-num", "" + (retries + 1), "x-slack-retry-reason", reason);
        later.run(RETRIES.get(retries), () -> attempt(body, retries + 1, headers));
    }

    private static Optional<String> reasonToRetry(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            boolean failed = answered.status() / 100 != 2;
            return failed && !answered.noRetry() ? Optional.of("http_error") : Optional.empty();
        }
        return Optional.of(((Outcome.Unanswered) outcome).reason());
    }

    private String envelope(ObjectNode event) {
        ObjectNode envelope = JSON.createObjectNode()
                .put("token", Workspace.VERIFICATION_TOKEN)
                .put("team_id", Workspace.TEAM)
                .put("context_team_id", Workspace.TEAM)
                .putNull("context_enterprise_id")
                .put("api_app_id", Workspace.APP);
        envelope.set("event", event);
        envelope.put("type", "event_callback")
                .put("event_id", "Ev" + UUID.randomUUID().toString().replace("-", ""))
                .put("event_time", clock.instant().getEpochSecond());
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", Workspace.TEAM)
                .put("user_id", Workspace.BOT_USER)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope.put("is_ext_shared_channel", false)
                .put("event_context", "4-" + event.path("event_ts").asText())
                .toString();
    }
}
