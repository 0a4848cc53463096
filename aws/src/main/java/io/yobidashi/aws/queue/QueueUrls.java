package io.yobidashi.aws.queue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** The addresses of queues, asked for once and forgotten when a queue turns out to be gone. */
public final class QueueUrls {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final SqsAsyncClient client;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public QueueUrls(SqsAsyncClient client) {
        this.client = client;
    }

    /** Calls with the address of a queue. Where the queue is gone, its address is asked for anew the next time. */
    public <T> CompletableFuture<T> with(String queue, Function<String, CompletableFuture<T>> call) {
        return urlOf(queue).thenCompose(call).whenComplete((answer, failure) -> {
            if (cause(failure) instanceof QueueDoesNotExistException) {
                known.remove(queue);
            }
        });
    }

    private CompletableFuture<String> urlOf(String queue) {
        String url = known.get(queue);
        if (url != null) {
            return CompletableFuture.completedFuture(url);
        }
        return client.getQueueUrl(get -> get.queueName(queue).overrideConfiguration(Limits.within(TIMEOUT)))
                .thenApply(GetQueueUrlResponse::queueUrl)
                .whenComplete((found, failure) -> {
                    if (found != null) {
                        known.put(queue, found);
                    }
                });
    }

    /** What went wrong, without the wrapping that futures add. */
    static @Nullable Throwable cause(@Nullable Throwable failure) {
        boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
        return wrapped ? cause(failure.getCause()) : failure;
    }
}
