package io.yobidashi.localcloud.slack.callback;

import io.yobidashi.localcloud.slack.callback.Outcome.Answered;
import io.yobidashi.localcloud.slack.callback.Outcome.Unanswered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Calls the app as Slack does: for 3 s at most, following two redirects (docs.slack.dev/apis/events-api). */
public final class AppClient {
    static final Duration LIMIT = Duration.ofSeconds(3);
    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302);
    private static final int MOST_REDIRECTS = 2;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Supplier<URI> receiver;

    /** @param receiver base address of the app, asked at each call */
    public AppClient(Supplier<URI> receiver) {
        this.receiver = receiver;
    }

    /** @param headers beside the content type */
    record Call(String path, String contentType, String body, Map<String, String> headers) {
        Call(String path, String contentType, String body) {
            this(path, contentType, body, Map.of());
        }
    }

    /** Where the app is now. */
    URI receiver() {
        return receiver.get();
    }

    /** Never fails: whatever happens is an outcome. */
    CompletableFuture<Outcome> call(Call call) {
        URI address;
        try {
            address = receiver().resolve(call.path());
        } catch (RuntimeException unknownAddress) {
            return CompletableFuture.completedFuture(new Unanswered("connection_failed"));
        }
        CompletableFuture<Outcome> outcome = send(address, call, 0);
        return outcome.copy().orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS).exceptionally(AppClient::unanswered);
    }

    private CompletableFuture<Outcome> send(URI address, Call call, int redirects) {
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request(address, call), BodyHandlers.ofString());
        exchange.copy()
                .orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> exchange.cancel(true));
        return exchange.thenCompose(answer -> {
            Optional<String> elsewhere = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(answer.statusCode()) || elsewhere.isEmpty()) {
                return CompletableFuture.completedFuture(answered(answer));
            }
            return redirects == MOST_REDIRECTS
                    ? CompletableFuture.completedFuture(new Unanswered("too_many_redirects"))
                    : send(address.resolve(elsewhere.get()), call, redirects + 1);
        });
    }

    private HttpRequest request(URI address, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", call.contentType())
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        call.headers().forEach(request::header);
        return request.POST(BodyPublishers.ofString(call.body())).build();
    }

    private static Outcome answered(HttpResponse<String> answer) {
        boolean noRetry = answer.headers()
                .firstValue("x-slack-no-retry")
                .filter("1"::equals)
                .isPresent();
        return new Answered(answer.statusCode(), answer.body(), noRetry);
    }

    private static Outcome unanswered(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        boolean late = cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
        if (late || cause instanceof CancellationException) {
            return new Unanswered("http_timeout");
        }
        if (cause instanceof SSLException) {
            return new Unanswered("ssl_error");
        }
        return new Unanswered(cause instanceof IOException ? "connection_failed" : "unknown_error");
    }
}
