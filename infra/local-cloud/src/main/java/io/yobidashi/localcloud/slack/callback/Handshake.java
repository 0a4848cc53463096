package io.yobidashi.localcloud.slack.callback;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.slack.chat.Workspace;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Slack asks an address whether it wants events before it sends any: {@code url_verification}
 * (api.slack.com/events/url_verification). Asked anew when the address changes, and each time until it is answered.
 */
final class Handshake {
    static final String PATH = "/slack/events";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignedClient client;
    private Optional<URI> verified = Optional.empty();
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

    Handshake(SignedClient client) {
        this.client = client;
    }

    synchronized boolean done() {
        return verified.isPresent();
    }

    /** Whether the receiver takes events; those who ask meanwhile wait for the same answer, for 3 s at most. */
    synchronized CompletableFuture<Boolean> verify() {
        URI receiver;
        try {
            receiver = client.receiver();
        } catch (RuntimeException unknownAddress) {
            return CompletableFuture.completedFuture(false);
        }
        if (verified.filter(receiver::equals).isPresent()) {
            return CompletableFuture.completedFuture(true);
        }
        if (running.isDone()) {
            running = ask(receiver);
        }
        return running;
    }

    private CompletableFuture<Boolean> ask(URI receiver) {
        String challenge = UUID.randomUUID().toString().replace("-", "");
        String body = JSON.createObjectNode()
                .put("token", Workspace.VERIFICATION_TOKEN)
                .put("challenge", challenge)
                .put("type", "url_verification")
                .toString();
        return client.call(new AppClient.Call(PATH, AppClient.JSON, body)).thenApply(outcome -> {
            boolean met = outcome instanceof Outcome.Answered answered
                    && answered.status() == 200
                    && holds(answered.body(), challenge);
            remember(met ? Optional.of(receiver) : Optional.empty());
            return met;
        });
    }

    private synchronized void remember(Optional<URI> receiver) {
        verified = receiver;
    }

    /** As plain text, as the form {@code challenge=…}, or as JSON. */
    private static boolean holds(String body, String challenge) {
        if (body.strip().equals(challenge) || body.strip().equals("challenge=" + challenge)) {
            return true;
        }
        try {
            JsonNode json = JSON.readTree(body);
            return json.path("challenge").asText().equals(challenge);
        } catch (JacksonException noChallenge) {
            return false;
        }
    }
}
