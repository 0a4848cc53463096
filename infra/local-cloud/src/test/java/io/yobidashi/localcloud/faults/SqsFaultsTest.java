package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Browser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The SQS client of the AWS SDK against a queue that misbehaves. */
class SqsFaultsTest extends FaultContract {
    private final List<String> drained = new ArrayList<>();
    private SqsAsyncClient sqs;
    private String queue;

    @Override
    void open() {
        sqs = AwsOutcome.tryingOnce(SqsAsyncClient.builder(), cloud.endpoints().sqs());
    }

    /** First in, first out, so that the order of arrival can be seen. */
    @BeforeEach
    void takeAFreshQueue() {
        drained.clear();
        queue = sqs.createQueue(request -> request.queueName(UUID.randomUUID() + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .join()
                .queueUrl();
    }

    private void takeAStandardQueue() {
        queue = sqs.createQueue(request -> request.queueName(UUID.randomUUID().toString()))
                .join()
                .queueUrl();
    }

    @Override
    void close() {
        sqs.close();
    }

    @Override
    String name() {
        return "sqs";
    }

    @Override
    String route() {
        return "SendMessage";
    }

    @Override
    CompletableFuture<Result> push(String text) {
        return AwsOutcome.of(sqs.sendMessage(request -> {
            request.queueUrl(queue).messageBody(text);
            if (queue.endsWith(".fifo")) {
                request.messageGroupId("one")
                        .messageDeduplicationId(UUID.randomUUID().toString());
            }
        }));
    }

    @Override
    List<String> arrived() {
        receive(10).forEach(message -> {
            drained.add(message.body());
            delete(message).join();
        });
        return drained;
    }

    @Override
    String failure() {
        return "InternalFailure";
    }

    @Override
    String throttling() {
        return "RequestThrottled";
    }

    /** A queue that keeps order also drops duplicates, the fault's among them. */
    @Test
    @Override
    void what_is_pushed_twice_reaches_the_server_twice_and_the_client_gets_one_answer() {
        takeAStandardQueue();
        super.what_is_pushed_twice_reaches_the_server_twice_and_the_client_gets_one_answer();
    }

    @Test
    void received_messages_are_handed_out_again_to_the_next_receive_of_that_queue() {
        takeAStandardQueue();
        planFor("ReceiveMessage", "{'kind':'twice','times':1}");
        assertThat(receive(10)).isEmpty();
        send(3);

        List<Message> first = receive(10);
        List<Message> again = new ArrayList<>(receive(2));
        again.addAll(receive(2));

        assertThat(first).isNotEmpty();
        assertThat(again).containsAll(first);
        first.forEach(
                message -> assertThat(AwsOutcome.of(delete(message)).join()).isEqualTo(Result.DONE));
        assertThat(receive(10)).doesNotContainAnyElementsOf(first);
    }

    @Test
    void what_is_handed_out_again_can_be_deleted_twice() {
        takeAStandardQueue();
        planFor("ReceiveMessage", "{'kind':'twice','times':1}");
        send(1);
        Message first = receive(1).get(0);
        delete(first).join();

        Message again = receive(1).get(0);

        assertThat(again).isEqualTo(first);
        assertThat(AwsOutcome.of(delete(again)).join()).isEqualTo(Result.DONE);
        assertThat(sqs.deleteMessageBatch(request -> request.queueUrl(queue)
                                .entries(DeleteMessageBatchRequestEntry.builder()
                                        .id("x")
                                        .receiptHandle(again.receiptHandle())
                                        .build()))
                        .join()
                        .successful())
                .extracting(DeleteMessageBatchResultEntry::id)
                .containsExactly("x");
    }

    @Test
    void a_long_poll_is_cut_when_the_queue_goes_away() {
        CompletableFuture<Result> poll = AwsOutcome.of(
                sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(20)));

        planFor("*", "{'kind':'away','seconds':300}");

        assertThat(poll.join()).isEqualTo(Result.CUT);
    }

    @Test
    void messages_of_one_answer_are_shuffled_by_the_seed() {
        List<String> one = bodiesReceivedInSomeOrder();
        List<String> other = bodiesReceivedInSomeOrder();

        assertThat(one).hasSize(10).isNotEqualTo(inOrder()).isEqualTo(other);
        assertThat(one).containsExactlyInAnyOrderElementsOf(inOrder());
    }

    private List<String> bodiesReceivedInSomeOrder() {
        takeAFreshQueue();
        send(10);
        planFor("ReceiveMessage", "{'kind':'reorder'}");
        return receive(10).stream().map(Message::body).toList();
    }

    @Test
    void a_lost_answer_to_a_receive_hides_the_message_until_its_time_is_over() {
        takeAStandardQueue();
        send(1);
        planFor("ReceiveMessage", "{'kind':'lost-answer','times':1}");

        assertThat(AwsOutcome.of(sqs.receiveMessage(request -> request.queueUrl(queue)))
                        .join())
                .isEqualTo(Result.CUT);

        assertThat(receive(1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "500,           ,                InternalFailure,    InternalFailure;Receiver",
        "503,           ,                ServiceUnavailable, ServiceUnavailable;Receiver",
        "403,           ,                AccessDenied,       AccessDenied;Sender",
        "400, OverLimit,                 OverLimit,          OverLimit;Sender",
    })
    void errors_have_the_form_of_the_protocol_that_asks(int status, String error, String code, String legacy) {
        String name = error == null ? "" : ",'error':'" + error + "'";
        planFor("ListQueues", "{'kind':'status','status':" + status + name + "}");
        Browser browser = new Browser(cloud.endpoints().sqs());

        HttpResponse<String> query = browser.post("/", "application/x-www-form-urlencoded", "Action=ListQueues");

        assertThat(AwsOutcome.of(sqs.listQueues()).join()).isEqualTo(refused(status, code));
        assertThat(query.statusCode()).isEqualTo(status);
        assertThat(query.headers().firstValue("Content-Type")).contains("text/xml");
        assertThat(query.body())
                .contains("<Code>" + code + "</Code>")
                .contains("<Type>" + legacy.split(";")[1] + "</Type>");
    }

    @Test
    void a_query_client_gets_its_messages_again_in_its_own_protocol() {
        takeAStandardQueue();
        planFor("ReceiveMessage", "{'kind':'twice','times':1}");
        send(1);
        String path = queue.substring(queue.indexOf("/", "http://".length()));
        Browser browser = new Browser(cloud.endpoints().sqs());

        String form = "Action=ReceiveMessage&MaxNumberOfMessages=10";
        String first =
                browser.post(path, "application/x-www-form-urlencoded", form).body();
        String again =
                browser.post(path, "application/x-www-form-urlencoded", form).body();

        assertThat(first).contains("<Message>").isEqualTo(again);
    }

    private void send(int count) {
        inOrder().subList(0, count).forEach(text -> push(text).join());
    }

    private static List<String> inOrder() {
        return IntStream.range(0, 10).mapToObj(number -> "m" + number).toList();
    }

    private List<Message> receive(int max) {
        return sqs.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(max))
                .join()
                .messages();
    }

    private CompletableFuture<?> delete(Message message) {
        return sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
}
