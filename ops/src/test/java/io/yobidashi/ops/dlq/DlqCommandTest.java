package io.yobidashi.ops.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.Queues;
import io.yobidashi.ops.Rig;
import io.yobidashi.ops.Rig.Done;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** The command against real queues with real dead letters. */
class DlqCommandTest {
    private static final QueueName QUEUE = QueueName.PRESSES;

    private static final Rig RIG = new Rig();
    private static final Queues QUEUES = new Queues(RIG.cloud().endpoints().sqs());

    @BeforeEach
    void beginAfresh() {
        RIG.reset();
        QUEUES.purgeAll();
    }

    @AfterAll
    static void close() {
        QUEUES.close();
        RIG.close();
    }

    @Test
    void list_tells_how_many_there_are_in_each() {
        QUEUES.bury(QUEUE, "one", "why");
        QUEUES.bury(QUEUE, "two", "why");

        Done done = RIG.run("dlq", "list");

        assertThat(done.lines())
                .containsExactly(
                        "DEAD-LETTER QUEUE        WAITING  HELD",
                        "yobidashi-presses-dlq    2        0",
                        "yobidashi-acks-dlq       0        0",
                        "yobidashi-resets-dlq     0        0",
                        "yobidashi-reminders-dlq  0        0");
        assertThat(done.code()).isZero();
    }

    @Test
    void show_tells_of_each_but_not_what_it_says_and_leaves_it_there_for_anybody() {
        QUEUES.bury(QUEUE, "{\"name\":\"佐藤\"}", "the body is no press", "m-1");

        Done done = RIG.run("dlq", "show", "presses");

        assertThat(done.lines()).hasSize(2);
        assertThat(done.lines().get(0)).matches("ID +AGE +RECEIVED +BYTES +REASON");
        assertThat(done.lines().get(1)).matches("m-1 +\\d+d +1 +17 +the body is no press");
        assertThat(done.code()).isZero();
        assertThat(QUEUES.take(QUEUE.deadLetters())).hasSize(1);
    }

    @Test
    void show_prints_bodies_when_asked_without_what_would_move_the_cursor() {
        QUEUES.bury(QUEUE, "a\nb\tc", "why");

        assertThat(RIG.run("dlq", "show", "presses", "--body").lines()).contains("  a\\u000ab\\u0009c");
    }

    @Test
    void show_tells_what_sqs_moved_itself_from_what_a_service_buried() {
        QUEUES.moveToDeadLetters(QUEUE, "tried often");

        assertThat(RIG.run("dlq", "show", "presses").out()).contains("moved by SQS");
    }

    @Test
    void show_pages_through_more_than_one_receive_brings() {
        bury(25);

        assertThat(RIG.run("dlq", "show", "presses").lines()).hasSize(26);
        assertThat(RIG.run("dlq", "list").out()).contains("yobidashi-presses-dlq    25       0");
    }

    @Test
    void show_of_none_says_so_in_japanese_too() {
        assertThat(RIG.run("dlq", "show", "acks").out()).isEqualTo("yobidashi-acks-dlq is empty");
        RIG.set("YOBIDASHI_LANG", "ja");
        assertThat(RIG.run("dlq", "show", "acks").out()).isEqualTo("yobidashi-acks-dlq は空です");
    }

    @ParameterizedTest
    @ValueSource(strings = {"presses", "yobidashi-presses", "yobidashi-presses-dlq"})
    void a_queue_may_be_called_by_any_of_its_names(String name) {
        QUEUES.bury(QUEUE, "one", "why");

        assertThat(RIG.run("dlq", "show", name).out()).contains("id-of-one");
    }

    @Test
    void redrive_sends_all_back_as_they_were() {
        bury(25);

        Done done = RIG.run("dlq", "redrive", "presses");

        assertThat(done.out()).isEqualTo("25 sent back to yobidashi-presses");
        assertThat(done.code()).isZero();
        List<Message> back = QUEUES.take(QUEUE.queue());
        assertThat(back).extracting(Message::body).containsExactlyInAnyOrderElementsOf(bodies(25));
        assertThat(back).allSatisfy(message -> {
            assertThat(message.messageAttributes()).containsOnlyKeys("sender");
            assertThat(message.messageAttributes().get("sender").stringValue()).isEqualTo("a rule");
        });
        assertThat(QUEUES.take(QUEUE.deadLetters())).isEmpty();
    }

    @Test
    void redrive_of_one_leaves_the_others_for_anybody() {
        bury(12);

        Done done = RIG.run("dlq", "redrive", "presses", "--id", "id-of-7");

        assertThat(done.out()).isEqualTo("1 sent back to yobidashi-presses");
        assertThat(QUEUES.take(QUEUE.queue())).extracting(Message::body).containsExactly("7");
        assertThat(QUEUES.take(QUEUE.deadLetters())).hasSize(11);
    }

    @Test
    void redrive_of_one_that_is_not_there_fails() {
        bury(1);

        Done done = RIG.run("dlq", "redrive", "presses", "--id", "other");

        assertThat(done.out()).contains("0 sent back", "there is no other");
        assertThat(done.code()).isEqualTo(1);
        assertThat(QUEUES.take(QUEUE.deadLetters())).hasSize(1);
    }

    @Test
    void what_still_nobody_understands_comes_back_once_and_is_not_sent_round_in_circles() {
        bury(12);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> service = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                QUEUES.take(QUEUE.queue())
                        .forEach(message -> QUEUES.bury(QUEUE, message.body(), "still bad", message.messageId()));
            }
        });

        Done done = RIG.run("dlq", "redrive", "presses");
        over.set(true);
        service.join();

        assertThat(done.out()).isEqualTo("12 sent back to yobidashi-presses");
        QUEUES.take(QUEUE.queue()).forEach(message -> QUEUES.bury(QUEUE, message.body(), "late", message.messageId()));
        assertThat(QUEUES.take(QUEUE.deadLetters()))
                .extracting(Message::body)
                .containsExactlyInAnyOrderElementsOf(bodies(12));
    }

    @Test
    void a_letter_that_could_not_be_sent_back_stays() {
        bury(1);
        fault("SendMessage");

        Done done = RIG.run("dlq", "redrive", "presses");

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.errors()).startsWith("yobidashi: can't be used: ").hasLineCount(1);
        assertThat(done.out()).isEqualTo("0 sent back to yobidashi-presses");
        RIG.cloud().faults().clear();
        assertThat(RIG.run("dlq", "show", "presses").out()).contains("id-of-0");
    }

    @Test
    void a_letter_that_was_sent_back_but_could_not_be_deleted_is_doubled_and_not_lost() {
        bury(1);
        fault("DeleteMessage");

        Done done = RIG.run("dlq", "redrive", "presses");

        assertThat(done.code()).isEqualTo(1);
        RIG.cloud().faults().clear();
        assertThat(QUEUES.take(QUEUE.queue())).hasSize(1);
        assertThat(RIG.run("dlq", "list").out()).containsPattern("yobidashi-presses-dlq +(1 +0|0 +1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "n\n", "perhaps\n"})
    void drop_deletes_nothing_that_nobody_has_agreed_to_lose(String typed) {
        bury(3);

        Done done = RIG.answering(typed, "dlq", "drop", "presses");

        assertThat(done.lines())
                .containsExactly("yobidashi-presses-dlq: delete 3 for good? [y/N]", "nothing was deleted");
        assertThat(done.code()).isEqualTo(1);
        assertThat(QUEUES.take(QUEUE.deadLetters())).hasSize(3);
    }

    @Test
    void drop_deletes_all_once_it_is_agreed() {
        bury(12);

        Done done = RIG.answering("y\n", "dlq", "drop", "presses");

        assertThat(done.lines()).endsWith("12 deleted");
        assertThat(done.code()).isZero();
        assertThat(QUEUES.take(QUEUE.deadLetters())).isEmpty();
        assertThat(QUEUES.take(QUEUE.queue())).isEmpty();
    }

    @Test
    void drop_of_one_leaves_the_others() {
        bury(12);

        Done done = RIG.run("dlq", "drop", "presses", "--yes", "--id", "id-of-3");

        assertThat(done.out()).isEqualTo("1 deleted");
        assertThat(QUEUES.take(QUEUE.deadLetters()))
                .extracting(Message::body)
                .hasSize(11)
                .doesNotContain("3");
    }

    @Test
    void drop_of_one_that_is_not_there_fails() {
        Done done = RIG.run("dlq", "drop", "presses", "--yes", "--id", "other");

        assertThat(done.code()).isEqualTo(1);
        assertThat(done.out()).isEqualTo("yobidashi-presses-dlq has nothing to delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlq", "dlq fly", "dlq show", "dlq show nothing", "dlq drop presses --all", "fly"})
    void arguments_that_make_no_sense_are_refused(String arguments) {
        Done done = RIG.run(arguments.split(" "));

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.errors()).isNotBlank();
    }

    @Test
    void an_unknown_queue_is_answered_with_those_that_there_are() {
        assertThat(RIG.run("dlq", "show", "nothing").errors())
                .contains("there is no queue 'nothing', only presses, acks, resets, reminders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show presses", "redrive presses", "drop presses --yes"})
    void queues_out_of_reach_are_one_line(String arguments) {
        RIG.set("AWS_ENDPOINT_URL_SQS", "http://localhost:1");

        Done done = RIG.run(("dlq " + arguments).split(" "));

        assertThat(done.errors()).startsWith("yobidashi: SQS is out of reach: ").hasLineCount(1);
        assertThat(done.code()).isEqualTo(1);
    }

    private void bury(int count) {
        bodies(count).forEach(body -> QUEUES.bury(QUEUE, body, "why"));
    }

    private static List<String> bodies(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private void fault(String action) {
        RIG.cloud()
                .faults()
                .set("sqs", "{\"rules\":[{\"route\":\"" + action + "\",\"kind\":\"status\",\"status\":500}]}");
    }
}
