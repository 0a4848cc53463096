package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.DeadLetter;
import io.yobidashi.aws.queue.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The dead letters of one queue. */
final class DeadLetters {
    /** What is received is nobody else's for so long, also where this program is killed. */
    static final Duration VISIBILITY = Duration.ofSeconds(30);
    /** A receive that waits asks all of SQS's servers: without a wait an empty answer means little. */
    private static final int WAIT_SECONDS = 1;

    private static final int PAGE = 10;

    private final SqsClient sqs;
    private final QueueName queue;
    private final String url;

    /** @throws RuntimeException the SDK's own, where the queue can't be reached */
    DeadLetters(SqsClient sqs, QueueName queue) {
        this.sqs = sqs;
        this.queue = queue;
        this.url = urlOf(queue.deadLetters());
    }

    /**
     * About how many there are (SQS counts roughly).
     *
     * @param waiting those that could be received now
     * @param held those that somebody has received just now
     */
    record Depth(int waiting, int held) {}

    Depth depth() {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return new Depth(
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)),
                Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)));
    }

    /** Receives all there are, and gives them back at once; the oldest first. */
    List<Letter> all() {
        List<Letter> all = new ArrayList<>();
        each(letter -> {
            all.add(letter);
            return false;
        });
        all.sort(Comparator.comparing(Letter::sentAt).thenComparing(Letter::id));
        return all;
    }

    /**
     * Receives all there are, each once, and gives back those that were not dealt with.
     *
     * @param dealtWith whether the letter has gone; asked once for each
     */
    void each(Predicate<Letter> dealtWith) {
        Map<String, Letter> held = new LinkedHashMap<>();
        try {
            for (List<Letter> fresh = fresh(held); !fresh.isEmpty(); fresh = fresh(held)) {
                for (Letter letter : fresh) {
                    if (dealtWith.test(letter)) {
                        held.remove(letter.messageId());
                    }
                }
            }
        } finally {
            giveBack(held.values());
        }
    }

    /** Receives a page into the hand; those that are new there. */
    private List<Letter> fresh(Map<String, Letter> held) {
        return receive().stream()
                .filter(letter -> held.put(letter.messageId(), letter) == null)
                .toList();
    }

    /**
     * Sends a letter back to its queue, as it was, and deletes it once that is accepted: whoever interrupts this doubles
     * the message, but never loses it.
     *
     * @return the id of the message that it is now
     */
    String redrive(Letter letter, String queueUrl) {
        String sent = sqs.sendMessage(send -> send.queueUrl(queueUrl)
                        .messageBody(letter.body())
                        .messageAttributes(DeadLetter.original(letter.attributes())))
                .messageId();
        delete(letter);
        return sent;
    }

    void delete(Letter letter) {
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(letter.receipt()));
    }

    /** The queue that the letters came from. */
    String queueUrl() {
        return urlOf(queue.queue());
    }

    private List<Letter> receive() {
        return sqs
                .receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(PAGE)
                        .waitTimeSeconds(WAIT_SECONDS)
                        .visibilityTimeout(Math.toIntExact(VISIBILITY.toSeconds()))
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(
                                MessageSystemAttributeName.SENT_TIMESTAMP,
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages()
                .stream()
                .map(Letter::of)
                .toList();
    }

    /** What SQS does not take back is anybody's once its visibility is over. */
    private void giveBack(Collection<Letter> letters) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
        for (Letter letter : letters) {
            entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(String.valueOf(entries.size()))
                    .receiptHandle(letter.receipt())
                    .visibilityTimeout(0)
                    .build());
        }
        for (int from = 0; from < entries.size(); from += PAGE) {
            List<ChangeMessageVisibilityBatchRequestEntry> page =
                    entries.subList(from, Math.min(entries.size(), from + PAGE));
            sqs.changeMessageVisibilityBatch(change -> change.queueUrl(url).entries(page));
        }
    }

    private String urlOf(String name) {
        return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
    }
}
