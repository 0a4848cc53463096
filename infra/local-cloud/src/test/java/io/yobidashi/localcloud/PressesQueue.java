package io.yobidashi.localcloud;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queue of presses as the AWS SDK sees it; what is taken is deleted. */
public final class PressesQueue implements AutoCloseable {
    private final SqsClient sqs;
    private final String url;

    public PressesQueue(URI endpoint) {
        sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        url = sqs.getQueueUrl(request -> request.queueName("yobidashi-presses")).queueUrl();
    }

    /** The bodies that are there, without waiting. */
    public List<String> takeNow() {
        List<Message> messages = sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages();
        messages.forEach(
                message -> sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle())));
        return messages.stream().map(Message::body).toList();
    }

    /** Waits for that many bodies. */
    public List<String> take(int count) {
        List<String> bodies = new ArrayList<>();
        await().until(() -> {
            bodies.addAll(takeNow());
            return bodies.size() >= count;
        });
        return bodies;
    }

    @Override
    public void close() {
        sqs.close();
    }
}
