package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS as the AWS SDK sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqsServerTest {
    private final SqsServer server = new SqsServer("127.0.0.1", 0);
    private SqsClient sqs;

    @BeforeAll
    void start() {
        server.start();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://localhost:" + server.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    void stop() {
        sqs.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yobidashi-presses", "yobidashi-acks", "yobidashi-resets", "yobidashi-reminders"})
    void each_queue_has_its_dead_letter_queue(String queue) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes();
        String deadLetters = sqs.getQueueAttributes(
                        request -> request.queueUrl(url(queue + "-dlq")).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);

        assertThat(attributes).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "10");
        assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                .contains("\"" + deadLetters + "\"")
                .contains("1000");
    }

    @Test
    void queue_urls_can_be_called_and_hold_the_account() {
        assertThat(url("yobidashi-acks"))
                .isEqualTo("http://localhost:" + server.port() + "/000000000000/yobidashi-acks");
    }

    @Test
    void a_message_goes_through_and_is_gone_once_deleted() {
        String queue = newQueue("through");
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("{\"type\":\"press\"}"));

        Message message = receive(queue, 5).get(0);
        sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));

        assertThat(message.body()).isEqualTo("{\"type\":\"press\"}");
        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isZero();
    }

    @Test
    void a_delayed_message_is_held_back_first() {
        String queue = newQueue("delayed");
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("later").delaySeconds(1));

        assertThat(count(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .isEqualTo(1);
        assertThat(receive(queue, 10)).extracting(Message::body).containsExactly("later");
    }

    @Test
    void a_delay_beyond_15_minutes_is_refused() {
        String queue = newQueue("too-late");

        assertThatThrownBy(() -> sqs.sendMessage(
                        request -> request.queueUrl(queue).messageBody("x").delaySeconds(901)))
                .isInstanceOf(SqsException.class);
    }

    @Test
    void a_long_poll_ends_when_a_message_comes() {
        String queue = newQueue("poll");
        CompletableFuture<List<Message>> poll = CompletableFuture.supplyAsync(() -> receive(queue, 20));

        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("now"));

        assertThat(poll.orTimeout(15, TimeUnit.SECONDS).join())
                .extracting(Message::body)
                .containsExactly("now");
    }

    private String newQueue(String name) {
        return sqs.createQueue(request -> request.queueName(name)).queueUrl();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
    }

    private List<Message> receive(String queue, int seconds) {
        return sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(seconds))
                .messages();
    }

    private int count(String queue, QueueAttributeName attribute) {
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(attribute))
                        .attributes()
                        .get(attribute));
    }
}
