package io.yobidashi.localcloud.sqs;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** The AWS SDK, without its retries, with what tests often do. */
public record Client(SqsClient sqs) implements AutoCloseable {

    public static Client of(int port) {
        return new Client(SqsClient.builder()
                .endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(options -> options.retryStrategy(retry -> retry.maxAttempts(1)))
                .build());
    }

    public String queue(String name) {
        return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }

    public String create(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    public void send(String queue, String body) {
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody(body));
    }

    public SendMessageBatchResponse sendTogether(String queue, List<String> bodies) {
        List<SendMessageBatchRequestEntry> entries = bodies.stream()
                .map(body -> SendMessageBatchRequestEntry.builder()
                        .id("" + UUID.randomUUID())
                        .messageBody(body)
                        .build())
                .toList();
        return sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(entries));
    }

    public void deleteTogether(String queue, List<Message> messages) {
        List<DeleteMessageBatchRequestEntry> entries = messages.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(queue).entries(entries));
    }

    /** Up to ten; waits for the first one. */
    public List<Message> receive(String queue, int seconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queue)
                        .waitTimeSeconds(seconds)
                        .maxNumberOfMessages(10)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    public List<String> bodies(String queue, int seconds) {
        return receive(queue, seconds).stream().map(Message::body).toList();
    }

    public void delete(String queue, Message message) {
        sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }

    public Map<QueueAttributeName, String> attributes(String queue) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    public int count(String queue, QueueAttributeName kind) {
        return Integer.parseInt(attributes(queue).get(kind));
    }

    @Override
    public void close() {
        sqs.close();
    }
}
