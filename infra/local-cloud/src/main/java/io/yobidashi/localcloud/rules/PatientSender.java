package io.yobidashi.localcloud.rules;

import io.yobidashi.localcloud.sqs.SqsCaller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Sends to a queue and does not give up at once. A sending whose answer was lost is repeated, so the queue may get a
 * message twice. What SQS refuses for good is not repeated.
 */
final class PatientSender {
    /** Together less than a broker's patience with whoever takes a publish. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofMillis(1600),
            Duration.ofMillis(3200));

    private final SqsCaller sqs;
    private final List<Duration> pauses;

    PatientSender(SqsCaller sqs) {
        this(sqs, PAUSES);
    }

    /** @param pauses before the second and each later try */
    PatientSender(SqsCaller sqs, List<Duration> pauses) {
        this.sqs = sqs;
        this.pauses = pauses;
    }

    /** @return empty once the queue has the message, else why it does not; never exceptionally */
    CompletableFuture<Optional<String>> send(String queue, String body) {
        return CompletableFuture.supplyAsync(() -> attempt(queue, body, 0)).thenCompose(done -> done);
    }

    private CompletableFuture<Optional<String>> attempt(String queue, String body, int attempt) {
        return sqs.send(queue, body).handle(Outcome::of).thenCompose(outcome -> {
            if (!outcome.worthAnotherTry() || attempt == pauses.size()) {
                return CompletableFuture.completedFuture(outcome.failure());
            }
            return CompletableFuture.supplyAsync(() -> attempt(queue, body, attempt + 1), after(pauses.get(attempt)))
                    .thenCompose(done -> done);
        });
    }

    private static Executor after(Duration pause) {
        return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** @param failure empty: the queue has it */
    private record Outcome(Optional<String> failure, boolean worthAnotherTry) {

        static Outcome of(HttpResponse<String> answer, Throwable none) {
            if (none != null) {
                return new Outcome(Optional.of("SQS did not answer"), true);
            }
            int status = answer.statusCode();
            return status == 200
                    ? new Outcome(Optional.empty(), false)
                    : new Outcome(Optional.of("SQS answered " + status), status == 429 || status >= 500);
        }
    }
}
