package io.yobidashi.aws.queue;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Hop;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.MessageSender;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Sends each message to the queue of its type. What several threads send at a time shares requests. A delay beyond the
 * limit is cut to it: whoever receives the message sends it on until it is due.
 */
public final class SqsSender implements MessageSender {
    /** After so long without an answer the queue counts as away. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final GroupCommit.Lanes LANES = new GroupCommit.Lanes(4, 2_000);

    private final SqsAsyncClient client;
    private final QueueUrls urls;
    private final Duration maxDelay;
    private final Clock clock;
    private final Map<QueueName, GroupCommit<Outgoing, String>> queues = new EnumMap<>(QueueName.class);

    /** @param maxDelay the longest delay of one hop, at most {@link Hop#SQS_LIMIT} */
    public SqsSender(SqsAsyncClient client, Duration maxDelay, Clock clock) {
        this.client = client;
        this.urls = new QueueUrls(client);
        this.maxDelay = maxDelay;
        this.clock = clock;
        for (QueueName queue : QueueName.values()) {
            queues.put(queue, new GroupCommit<>(LANES, batch -> sendBatch(queue, batch)));
        }
    }

    @Override
    public void send(List<Delayed> messages) {
        List<CompletableFuture<String>> sent = new ArrayList<>();
        messages.forEach(message -> sent.add(enqueue(message)));
        for (CompletableFuture<String> each : sent) {
            try {
                each.join();
            } catch (CompletionException e) {
                throw away(e.getCause());
            }
        }
    }

    /**
     * Sends a message at once, without blocking the caller.
     *
     * @return the id that SQS gave it; fails with {@link DependencyAwayException} after 2 s at the latest, and with
     *     {@link QueueFullException} while 2,000 others wait
     */
    public CompletableFuture<String> enqueue(Message message) {
        return enqueue(Delayed.now(message)).exceptionallyCompose(failure -> {
            Throwable cause = QueueUrls.cause(failure);
            return CompletableFuture.failedFuture(cause instanceof QueueFullException ? cause : away(cause));
        });
    }

    private CompletableFuture<String> enqueue(Delayed delayed) {
        int seconds = Hop.seconds(clock.instant(), delayed.due(), maxDelay);
        Outgoing outgoing = new Outgoing(JsonMessages.encode(delayed.message()), seconds);
        return queues.get(queueOf(delayed.message()))
                .add(outgoing)
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    static QueueName queueOf(Message message) {
        if (message instanceof Press) {
            return QueueName.PRESSES;
        }
        if (message instanceof Answer) {
            return QueueName.ACKS;
        }
        return message instanceof Reset ? QueueName.RESETS : QueueName.REMINDERS;
    }

    private CompletableFuture<List<CompletableFuture<String>>> sendBatch(QueueName queue, List<Outgoing> batch) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
        for (Outgoing outgoing : batch) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .messageBody(outgoing.body())
                    .delaySeconds(outgoing.delaySeconds())
                    .build());
        }
        return urls.with(
                        queue.queue(),
                        url -> client.sendMessageBatch(send ->
                                send.queueUrl(url).entries(entries).overrideConfiguration(Limits.within(TIMEOUT))))
                .thenApply(answer -> BatchAnswer.inOrder(batch.size(), ids(answer), answer.failed()));
    }

    private static Map<String, String> ids(SendMessageBatchResponse answer) {
        return answer.successful().stream()
                .collect(Collectors.toMap(SendMessageBatchResultEntry::id, SendMessageBatchResultEntry::messageId));
    }

    private static DependencyAwayException away(Throwable failure) {
        Throwable cause = QueueUrls.cause(failure);
        boolean late = cause instanceof TimeoutException;
        return new DependencyAwayException(
                "the queue service", late ? new TimeoutException("no answer within " + TIMEOUT) : cause);
    }

    private record Outgoing(String body, int delaySeconds) {}
}
