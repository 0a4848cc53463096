package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Calls SQS as any client does, over HTTP in its JSON protocol, without waiting for the answer. */
public final class SqsCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Supplier<URI> server;

    /** @param server where SQS is reached, asked at each call */
    public SqsCaller(Supplier<URI> server) {
        this.server = server;
    }

    /** @return the answer as it came; exceptionally if there was none */
    public CompletableFuture<HttpResponse<String>> send(String queue, String body) {
        return call("SendMessage", Map.of("QueueUrl", url(queue), "MessageBody", body));
    }

    /** @return the answer as it came; exceptionally if there was none */
    CompletableFuture<HttpResponse<String>> call(String action, Map<String, ?> parameters) {
        HttpRequest request = HttpRequest.newBuilder(server.get().resolve("/"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-amz-json-1.0")
                .header("X-Amz-Target", "AmazonSQS." + action)
                .POST(BodyPublishers.ofString(json.valueToTree(parameters).toString()))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    String url(String queue) {
        return server.get().resolve("/" + SqsServer.ACCOUNT + "/" + queue).toString();
    }
}
