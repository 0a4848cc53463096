package io.yobidashi.aws.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/** One queue and its dead letters, as a consumer needs them. Nothing blocks; each call has its own time limit. */
final class SqsQueue {
    /** How much longer than SQS was asked to hold a receive its answer may take. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int MOST_WAITING = 100_000;

    private final SqsAsyncClient client;
    private final QueueUrls urls;
    private final QueueName name;
    private final Duration visibility;
    private final GroupCommit<Held, String> deletes;
    private final GroupCommit<Lease, String> leases;

    SqsQueue(SqsAsyncClient client, QueueName name, Duration visibility) {
        this.client = client;
        this.urls = new QueueUrls(client);
        this.name = name;
        this.visibility = visibility;
        this.deletes = new GroupCommit<>(new GroupCommit.Lanes(4, MOST_WAITING), this::deleteBatch);
        // One lane: an extension that is under way can't overtake the return that follows it.
        this.leases = new GroupCommit<>(new GroupCommit.Lanes(1, MOST_WAITING), this::leaseBatch);
    }

    /** Cancelling the answer ends the request. */
    CompletableFuture<List<Held>> receive(int most, Duration wait) {
        CompletableFuture<List<Held>> held = new CompletableFuture<>();
        urls.with(name.queue(), url -> {
                    var answer = client.receiveMessage(receiving(url, most, wait));
                    held.whenComplete((messages, failure) -> answer.cancel(true));
                    return answer;
                })
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        held.complete(
                                answer.messages().stream().map(SqsQueue::held).toList());
                    } else {
                        held.completeExceptionally(QueueUrls.cause(failure));
                    }
                });
        return held;
    }

    CompletableFuture<?> delete(Held held) {
        return deletes.add(held);
    }

    /** The message stays in hand for twice the visibility time from now on: it is not with a long poll that has died. */
    CompletableFuture<?> extend(Held held) {
        return leases.add(new Lease(held, visibility.multipliedBy(2)));
    }

    /** The message is anybody's after this time. */
    CompletableFuture<?> giveBack(Held held, Duration after) {
        return leases.add(new Lease(held, after));
    }

    QueueName name() {
        return name;
    }

    /** Sends a copy to the dead letters. */
    CompletableFuture<?> bury(Held held, String reason) {
        Map<String, MessageAttributeValue> attributes = DeadLetter.attributes(name, held, reason);
        return urls.with(
                name.deadLetters(),
                url -> client.sendMessage(send -> send.queueUrl(url)
                        .messageBody(held.received().body())
                        .messageAttributes(attributes)
                        .overrideConfiguration(Limits.within(GRACE))));
    }

    private ReceiveMessageRequest receiving(String url, int most, Duration wait) {
        return ReceiveMessageRequest.builder()
                .queueUrl(url)
                .maxNumberOfMessages(most)
                .waitTimeSeconds(Math.toIntExact(wait.toSeconds()))
                .visibilityTimeout(Math.toIntExact(visibility.toSeconds()))
                .messageSystemAttributeNames(
                        MessageSystemAttributeName.SENT_TIMESTAMP, MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                .messageAttributeNames("All")
                .overrideConfiguration(Limits.within(wait.plus(GRACE)))
                .build();
    }

    private static Held held(Message message) {
        Map<MessageSystemAttributeName, String> attributes = message.attributes();
        long sentAt = Long.parseLong(attributes.getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"));
        int count =
                Integer.parseInt(attributes.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
        Received received = new Received(message.messageId(), message.body(), Instant.ofEpochMilli(sentAt), count);
        return new Held(received, message.receiptHandle(), message.messageAttributes());
    }

    private CompletableFuture<List<CompletableFuture<String>>> deleteBatch(List<Held> batch) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
        for (Held held : batch) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .receiptHandle(held.receipt())
                    .build());
        }
        return urls.with(
                        name.queue(),
                        url -> client.deleteMessageBatch(delete ->
                                delete.queueUrl(url).entries(entries).overrideConfiguration(Limits.within(GRACE))))
                .thenApply(answer -> BatchAnswer.inOrder(
                        batch.size(), byId(answer.successful(), DeleteMessageBatchResultEntry::id), answer.failed()));
    }

    private CompletableFuture<List<CompletableFuture<String>>> leaseBatch(List<Lease> batch) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>(batch.size());
        for (Lease lease : batch) {
            entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .receiptHandle(lease.held().receipt())
                    .visibilityTimeout(
                            Math.toIntExact(lease.time().plusMillis(999).toSeconds()))
                    .build());
        }
        return urls.with(
                        name.queue(),
                        url -> client.changeMessageVisibilityBatch(change ->
                                change.queueUrl(url).entries(entries).overrideConfiguration(Limits.within(GRACE))))
                .thenApply(answer -> BatchAnswer.inOrder(
                        batch.size(),
                        byId(answer.successful(), ChangeMessageVisibilityBatchResultEntry::id),
                        answer.failed()));
    }

    private static <T> Map<String, String> byId(List<T> entries, Function<T, String> id) {
        return entries.stream().collect(Collectors.toMap(id, id));
    }

    private record Lease(Held held, Duration time) {}
}
