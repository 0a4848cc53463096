package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What SQS keeps over a death of the process. Only what is in the file when the answer arrives counts: each "death" goes
 * on with a copy of the file that was taken at that moment, while the server was running.
 */
class KeptSqsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Path file;
    private SqsServer server;
    private Client client;
    private int deaths;

    @BeforeEach
    void start() {
        file = folder.resolve("sqs.mv.db");
        open();
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void an_answered_message_is_there_with_its_attributes() {
        MessageAttributeValue who = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue("佐藤")
                .build();
        client.sqs().sendMessage(request -> request.queueUrl(acks())
                .messageBody("了解 \uD83D\uDC4D \"3\"\n")
                .messageAttributes(Map.of("who", who)));

        die();

        Message message = client.receive(acks(), 5).get(0);
        assertThat(message.body()).isEqualTo("了解 \uD83D\uDC4D \"3\"\n");
        assertThat(message.messageAttributes().get("who").stringValue()).isEqualTo("佐藤");
    }

    @Test
    void all_of_an_answered_batch_is_there() {
        client.sendTogether(acks(), List.of("one", "two"));

        die();

        await().atMost(LONG).until(() -> client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 2);
    }

    @Test
    void a_delay_goes_on() {
        client.sqs()
                .sendMessage(
                        request -> request.queueUrl(acks()).messageBody("later").delaySeconds(4));
        die();
        assertThat(client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .isEqualTo(1);
        assertThat(client.bodies(acks(), 10)).containsExactly("later");
    }

    @Test
    void an_answered_delete_is_final_and_a_receipt_is_good_after_a_death() {
        client.send(acks(), "one");
        client.send(acks(), "two");
        List<Message> both = receiveBoth();
        client.delete(acks(), both.get(0));

        die();
        client.delete(acks(), both.get(1));
        die();

        assertThat(client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isZero();
        assertThat(client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isZero();
    }

    @Test
    void an_answered_batch_of_deletes_is_final() {
        client.send(acks(), "one");
        client.send(acks(), "two");
        List<Message> both = receiveBoth();
        client.deleteTogether(acks(), both);

        die();

        assertThat(client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isZero();
    }

    @Test
    void visibility_and_receive_count_go_on() {
        client.send(acks(), "one");
        Message first = client.receive(acks(), 5).get(0);
        client.sqs().changeMessageVisibility(request -> request.queueUrl(acks())
                .receiptHandle(first.receiptHandle())
                .visibilityTimeout(600));
        die();
        assertThat(client.bodies(acks(), 0)).isEmpty();
        assertThat(client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo(1);

        client.sqs().changeMessageVisibility(request -> request.queueUrl(acks())
                .receiptHandle(first.receiptHandle())
                .visibilityTimeout(0));
        die();

        Message second = client.receive(acks(), 5).get(0);
        assertThat(second.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2")
                .containsEntry(
                        MessageSystemAttributeName.SENT_TIMESTAMP,
                        first.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP));
    }

    @Test
    void a_purge_is_final() {
        client.send(acks(), "one");
        client.sqs().purgeQueue(request -> request.queueUrl(acks()));
        client.send(acks(), "two");

        die();

        assertThat(client.bodies(acks(), 5)).containsExactly("two");
    }

    @Test
    void a_message_that_went_to_the_dead_letter_queue_and_back_is_in_one_place_after_each_death() {
        create("dead", Map.of());
        create("source", Map.of(QueueAttributeName.REDRIVE_POLICY, redrive("dead")));
        client.send(client.queue("source"), "bad");
        hideNot(client.receive(client.queue("source"), 5).get(0));
        assertThat(client.bodies(client.queue("source"), 1)).isEmpty();
        awaitPlaces("source", 0, "dead", 1);
        die();
        awaitPlaces("source", 0, "dead", 1);

        client.sqs().startMessageMoveTask(request -> request.sourceArn(SqsServer.ARN_PREFIX + "dead"));
        awaitPlaces("source", 1, "dead", 0);
        die();
        awaitPlaces("source", 1, "dead", 0);
        assertThat(client.bodies(client.queue("source"), 5)).containsExactly("bad");
    }

    @Test
    void messages_of_a_fifo_queue_keep_their_order() {
        create("order.fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
        for (int number = 0; number < 12; number++) {
            String body = "" + number;
            client.sqs().sendMessage(request -> request.queueUrl(client.queue("order.fifo"))
                    .messageBody(body)
                    .messageGroupId("g")
                    .messageDeduplicationId(body));
        }

        die();

        assertThat(client.bodies(client.queue("order.fifo"), 5))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    private void open() {
        if (client != null) {
            client.close();
        }
        server = SqsServer.keptIn(file, "127.0.0.1", 0);
        server.start();
        client = Client.of(server.port());
    }

    /** Goes on with the file as it is at this moment. */
    private void die() {
        Path then = folder.resolve("sqs-" + ++deaths + ".mv.db");
        try {
            Files.copy(file, then);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.close();
        file = then;
        open();
    }

    private String acks() {
        return client.queue("yobidashi-acks");
    }

    private void create(String name, Map<QueueAttributeName, String> attributes) {
        client.create(name, attributes);
    }

    private List<Message> receiveBoth() {
        List<Message> received = new ArrayList<>();
        await().atMost(LONG).until(() -> received.addAll(client.receive(acks(), 1)) && received.size() == 2);
        return received;
    }

    private void hideNot(Message message) {
        client.sqs().changeMessageVisibility(request -> request.queueUrl(client.queue("source"))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
    }

    private void awaitPlaces(String one, int there, String other, int here) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(client.count(client.queue(one), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .isEqualTo(there);
            assertThat(client.count(client.queue(other), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                    .isEqualTo(here);
        });
    }

    private static String redrive(String deadLetters) {
        return "{\"deadLetterTargetArn\":\"" + SqsServer.ARN_PREFIX + deadLetters + "\",\"maxReceiveCount\":1}";
    }
}
