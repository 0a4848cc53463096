package io.yobidashi.localcloud.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Without faults nobody can tell that there is something in front of the real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontTest {
    private LocalCloud cloud;
    private URI web;
    private SqsAsyncClient sqs;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        web = cloud.endpoints().http();
        sqs = AwsOutcome.tryingOnce(SqsAsyncClient.builder(), cloud.endpoints().sqs());
    }

    @AfterEach
    void clear() {
        cloud.faults().clear();
    }

    @AfterAll
    void stop() {
        sqs.close();
        cloud.close();
    }

    @Test
    void queue_urls_name_the_host_and_port_that_the_client_called() {
        String any =
                sqs.createQueue(request -> request.queueName("named")).join().queueUrl();

        assertThat(any).isEqualTo(cloud.endpoints().sqs() + "/000000000000/named");
    }

    @Test
    void a_poll_longer_than_most_time_limits_is_answered() {
        String queue =
                sqs.createQueue(request -> request.queueName("long")).join().queueUrl();

        assertThat(sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(20))
                        .join()
                        .messages())
                .isEmpty();
    }

    @Test
    void many_polls_wait_side_by_side_and_nobody_else_is_held_up() {
        String queue =
                sqs.createQueue(request -> request.queueName("many")).join().queueUrl();
        List<CompletableFuture<Integer>> polls = IntStream.range(0, 40)
                .mapToObj(number -> sqs.receiveMessage(
                                request -> request.queueUrl(queue).waitTimeSeconds(20))
                        .thenApply(answer -> answer.messages().size()))
                .toList();

        IntStream.range(0, 40).forEach(number -> sqs.sendMessage(
                        request -> request.queueUrl(queue).messageBody("m" + number))
                .join());

        assertThat(polls)
                .allSatisfy(poll ->
                        assertThat(poll.orTimeout(15, TimeUnit.SECONDS).join()).isEqualTo(1));
    }

    @Test
    void a_big_body_passes_and_an_endless_one_is_refused() {
        String queue = sqs.createQueue(request ->
                        request.queueName("big").attributes(Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "262144")))
                .join()
                .queueUrl();
        String big = "x".repeat(262_144);

        sqs.sendMessage(request -> request.queueUrl(queue).messageBody(big)).join();

        assertThat(sqs.receiveMessage(request -> request.queueUrl(queue))
                        .join()
                        .messages()
                        .get(0)
                        .body())
                .isEqualTo(big);
        assertThat(answerTo("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void chunked_bodies_and_several_requests_on_one_connection_pass() {
        String update = "{\"state\":{\"reported\":{\"a\":1}}}";
        String chunked = "POST /things/chunk/shadow HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(update.length()) + "\r\n" + update + "\r\n0\r\n\r\n";
        String last = "GET /things/chunk/shadow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        String answers = answerTo(chunked + chunked + last);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
        assertThat(answers).contains("\"version\":2");
    }

    @Test
    void a_client_that_asks_before_it_sends_is_told_to_go_on() {
        String answer = answerTo("POST /things/expect/shadow HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                + "Connection: close\r\nContent-Length: 12\r\n\r\n{\"state\":{}}");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200 OK");
    }

    @Test
    void rubbish_is_answered_with_400_and_a_closed_connection() {
        assertThat(answerTo("RUBBISH\r\n\r\n")).startsWith("HTTP/1.0 400").doesNotContain("HTTP/1.1 200");
        assertThat(new Browser(web).get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void live_streams_pass_as_they_come() throws Exception {
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(web.resolve("/slack/stream"))
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofInputStream());
        try (InputStream events = stream.body()) {
            assertThat(new String(events.readNBytes(15), StandardCharsets.UTF_8))
                    .isEqualTo("event: messages");
        }
    }

    @Test
    void requests_are_not_lost_while_sqs_closes_and_opens_its_port() {
        String queue =
                sqs.createQueue(request -> request.queueName("kept")).join().queueUrl();
        sqs.sendMessage(request -> request.queueUrl(queue).messageBody("kept")).join();
        CompletableFuture<?> poll = sqs.receiveMessage(
                request -> request.queueUrl(cloud.endpoints().sqs() + "/000000000000/yobidashi-acks-dlq")
                        .waitTimeSeconds(20));
        cloud.stopSqs();
        await().until(poll::isCompletedExceptionally);
        cloud.startSqs();

        assertThat(sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(5))
                        .join()
                        .messages())
                .hasSize(1);
    }

    @Test
    void a_client_that_leaves_ends_its_request_at_the_server() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Network network = new Network(new Faults())) {
            Front front = network.inFrontOfSqs("127.0.0.1", 0);
            front.start(server.getLocalPort());
            Socket client = new Socket("127.0.0.1", front.port());
            client.getOutputStream().write("GET /poll HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            try (Socket asked = server.accept()) {
                asked.setSoTimeout(20_000);
                assertThat(asked.getInputStream().read()).isEqualTo('G');

                client.close();

                assertThat(new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .containsIgnoringCase("host: x");
            }
        }
    }

    @Test
    void a_server_that_breaks_off_breaks_off_its_client() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Network network = new Network(new Faults())) {
            Front front = network.inFrontOfSqs("127.0.0.1", 0);
            front.start(server.getLocalPort());
            try (Socket client = new Socket("127.0.0.1", front.port())) {
                client.setSoTimeout(20_000);
                client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                server.accept().close();

                assertThat(client.getInputStream().readAllBytes()).isEmpty();
            }
        }
    }

    /** All that comes until the connection is closed. */
    private String answerTo(String bytes) {
        try (Socket socket = new Socket(web.getHost(), web.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(bytes.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
