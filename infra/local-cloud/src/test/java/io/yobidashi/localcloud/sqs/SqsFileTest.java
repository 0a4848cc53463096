package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.store.Damage;
import io.yobidashi.localcloud.store.ErrorLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The file in which SQS keeps what it has: brought in line with the plan at each start, never dropped in silence. */
class SqsFileTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Path file;
    private SqsServer server;
    private Client client;

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
    void a_queue_is_there_with_its_values_or_gone() {
        create("mine", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "77"));
        create("gone", Map.of());
        client.sqs().setQueueAttributes(request -> request.queueUrl(client.queue("mine"))
                .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "5")));
        client.sqs().deleteQueue(request -> request.queueUrl(client.queue("gone")));
        client.queue("mine");

        server.close();
        open();

        assertThat(client.attributes(client.queue("mine")))
                .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77")
                .containsEntry(QueueAttributeName.DELAY_SECONDS, "5");
        assertThat(client.sqs().listQueues().queueUrls()).noneMatch(url -> url.endsWith("/gone"));
    }

    @Test
    void a_planned_queue_gets_the_values_of_the_plan_again_and_keeps_its_messages() {
        client.send(acks(), "one");
        client.sqs().setQueueAttributes(request -> request.queueUrl(acks())
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        "99",
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive("yobidashi-resets-dlq"))));

        server.close();
        open();

        assertThat(client.attributes(acks())).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "10");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(client.attributes(acks()).get(QueueAttributeName.REDRIVE_POLICY))
                        .contains("yobidashi-acks-dlq")
                        .contains("1000"));
        assertThat(client.bodies(acks(), 5)).containsExactly("one");
    }

    @Test
    void a_second_server_with_a_file_in_this_process_is_refused() {
        try (SqsServer second = SqsServer.keptIn(folder.resolve("other.mv.db"), "127.0.0.1", 0)) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Only one SQS server of a process can keep its messages");
        }
        client.send(acks(), "the first one lives");
        assertThat(client.bodies(acks(), 5)).hasSize(1);
    }

    /** Damage may hit room that is not in use, so either all messages are there or the file is set aside. */
    @ParameterizedTest
    @EnumSource(Damage.class)
    void no_message_of_a_corrupt_file_is_dropped_in_silence_and_the_start_goes_on(Damage damage) throws IOException {
        for (int number = 0; number < 300; number++) {
            client.send(acks(), "message " + number + "x".repeat(300));
        }
        server.close();
        damage.doTo(file);

        try (ErrorLines errors = new ErrorLines()) {
            open();

            boolean whole = client.count(acks(), QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) == 300;
            assertThat(errors.lines()).hasSize(whole ? 0 : 1).allMatch(line -> line.contains(file + " is corrupt"));
            assertThat(Files.exists(folder.resolve("sqs.mv.db.corrupt-1"))).isNotEqualTo(whole);
        }
        client.send(client.create("new", Map.of()), "new");
        assertThat(client.bodies(client.queue("new"), 5)).containsExactly("new");
    }

    @Test
    void a_file_of_garbage_is_set_aside() throws IOException {
        server.close();
        Damage.GARBAGE.doTo(file);
        byte[] garbage = Files.readAllBytes(file);

        open();

        assertThat(folder.resolve("sqs.mv.db.corrupt-1")).hasBinaryContent(garbage);
    }

    @Test
    void a_changed_byte_inside_one_message_costs_that_message_only() throws IOException {
        client.send(acks(), "a good message");
        client.send(acks(), "a bad message");
        server.close();
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content).contains("a bad message");
        Files.writeString(file, content.replace("a bad message", "a bad massage"), StandardCharsets.ISO_8859_1);

        try (ErrorLines errors = new ErrorLines()) {
            open();

            assertThat(errors.lines()).singleElement().asString().contains("of yobidashi-acks is unreadable");
        }
        assertThat(client.bodies(acks(), 5)).containsExactly("a good message");
    }

    private void open() {
        if (client != null) {
            client.close();
        }
        server = SqsServer.keptIn(file, "127.0.0.1", 0);
        server.start();
        client = Client.of(server.port());
    }

    private String acks() {
        return client.queue("yobidashi-acks");
    }

    private void create(String name, Map<QueueAttributeName, String> attributes) {
        client.create(name, attributes);
    }

    private static String redrive(String deadLetters) {
        return "{\"deadLetterTargetArn\":\"" + SqsServer.ARN_PREFIX + deadLetters + "\",\"maxReceiveCount\":1}";
    }
}
