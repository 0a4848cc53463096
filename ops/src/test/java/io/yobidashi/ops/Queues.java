package io.yobidashi.ops;

import io.yobidashi.aws.queue.QueueName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The queues, as services and SQS itself use them. */
public final class Queues implements AutoCloseable {
    private final SqsClient sqs;

    public Queues(URI endpoint) {
        sqs = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.AP_NORTHEAST_1)
                .endpointOverride(endpoint)
                .build();
    }

    /** As a consumer does with what it can't understand; the sender gave the message an attribute {@code sender}. */
    public void bury(QueueName queue, String body, String reason) {
        bury(queue, body, reason, "id-of-" + body.replaceAll("\\W", ""));
    }

    public void bury(QueueName queue, String body, String reason, String id) {
        String url = url(queue.deadLetters());
        sqs.sendMessage(send -> send.queueUrl(url)
                .messageBody(body)
                .messageAttributes(Map.of(
                        "reason", value("String", reason),
                        "messageId", value("String", id),
                        "queue", value("String", queue.queue()),
                        "sentTimestamp", value("Number", "1763928000000"),
                        "sender", value("String", "a rule"))));
    }

    /** As SQS does with what was received too often. */
    public void moveToDeadLetters(QueueName queue, String body) {
        String url = url(queue.deadLetters());
        sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
    }

    public void create(String queue) {
        sqs.createQueue(create -> create.queueName(queue));
    }

    public void delete(String queue) {
        String url = url(queue);
        sqs.deleteQueue(delete -> delete.queueUrl(url));
    }

    public void purgeAll() {
        for (QueueName queue : QueueName.values()) {
            sqs.purgeQueue(purge -> purge.queueUrl(url(queue.queue())));
            sqs.purgeQueue(purge -> purge.queueUrl(url(queue.deadLetters())));
        }
    }

    /** Takes all that can be received now. */
    public List<Message> take(String queue) {
        String url = url(queue);
        List<Message> all = new ArrayList<>();
        for (List<Message> page = page(url); !page.isEmpty(); page = page(url)) {
            page.forEach(message ->
                    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle())));
            all.addAll(page);
        }
        return all;
    }

    private List<Message> page(String url) {
        return sqs.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All"))
                .messages();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    }

    private static MessageAttributeValue value(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
