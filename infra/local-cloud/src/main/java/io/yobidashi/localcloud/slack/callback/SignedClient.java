package io.yobidashi.localcloud.slack.callback;

import io.yobidashi.localcloud.slack.callback.AppClient.Call;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the app with Slack's signature, of the moment of the call. */
public final class SignedClient {
    private final AppClient client;
    private final RequestSignature signature;
    private final Clock clock;

    public SignedClient(AppClient client, String signingSecret, Clock clock) {
        this.client = client;
        this.signature = new RequestSignature(signingSecret);
        this.clock = clock;
    }

    URI receiver() {
        return client.receiver();
    }

    CompletableFuture<Outcome> call(Call call) {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("X-Slack-Request-Timestamp", seconds);
        headers.put("X-Slack-Signature", signature.of(seconds, call.body()));
        return client.call(new Call(call.path(), call.contentType(), call.body(), headers));
    }
}
