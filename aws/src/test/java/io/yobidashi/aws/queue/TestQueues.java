package io.yobidashi.aws.queue;

import io.yobidashi.localcloud.sqs.SqsServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A real SQS server on a free port, and a client with the settings of the services. */
final class TestQueues implements AutoCloseable {
    private final SqsServer server = new SqsServer(0);
    private final SqsAsyncClient client;

    TestQueues() {
        server.start();
        client = SqsAsyncClient.builder()
                .endpointOverride(URI.create("http://localhost:" + server.port()))
                .region(Region.AP_NORTHEAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(64)
                        .connectionTimeout(Duration.ofSeconds(1))
                        .connectionAcquisitionTimeout(Duration.ofSeconds(2))
                        .readTimeout(Duration.ofSeconds(25)))
                .build();
    }

    SqsAsyncClient client() {
        return client;
    }

    SqsServer server() {
        return server;
    }

    void send(QueueName queue, String body) {
        client.sendMessage(send -> send.queueUrl(url(queue.queue())).messageBody(body))
                .join();
    }

    /** All of a queue's messages that can be received just now, with their attributes. */
    List<Message> receive(String queue) {
        return client.receiveMessage(receive ->
                        receive.queueUrl(url(queue)).maxNumberOfMessages(10).messageAttributeNames("All"))
                .join()
                .messages();
    }

    /** Messages in the queue, in sight or not. */
    int depth(QueueName queue) {
        Map<QueueAttributeName, String> attributes = client.getQueueAttributes(
                        get -> get.queueUrl(url(queue.queue())).attributeNames(QueueAttributeName.ALL))
                .join()
                .attributes();
        return number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    String url(String queue) {
        return client.getQueueUrl(get -> get.queueName(queue)).join().queueUrl();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Integer.parseInt(attributes.get(name));
    }
}
