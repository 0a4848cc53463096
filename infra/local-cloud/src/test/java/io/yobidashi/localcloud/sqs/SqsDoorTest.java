package io.yobidashi.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both protocols on the wire, and what is neither. */
class SqsDoorTest extends SqsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/x-amz-json-1.0";
    private static final String QUEUE = "/000000000000/yobidashi-acks";
    private static final int MANY = 200;

    private final HttpClient http = HttpClient.newHttpClient();

    /** The query protocol: older SDKs and plain HTTP, XML answers. */
    @Test
    void a_message_goes_through_by_the_query_protocol() {
        assertThat(form("/", "Action=CreateQueue&QueueName=query").body())
                .contains("<QueueUrl>http://localhost:" + server.port() + "/000000000000/query</QueueUrl>");
        assertThat(form("/000000000000/query", "Action=SendMessage&MessageBody=%E5%91%BC&DelaySeconds=0")
                        .body())
                .contains("<MD5OfMessageBody>" + md5("呼") + "</MD5OfMessageBody>", "<MessageId>");
        String received = form(
                        "/000000000000/query",
                        "Action=ReceiveMessage&MaxNumberOfMessages=1&WaitTimeSeconds=5&AttributeName.1=All")
                .body();
        assertThat(received)
                .contains("<Body>呼</Body>", "<MD5OfBody>" + md5("呼"), "<Name>ApproximateReceiveCount</Name>");
        String receipt = received.replaceAll("(?s).*<ReceiptHandle>(.*)</ReceiptHandle>.*", "$1");
        assertThat(form("/000000000000/query", "Action=DeleteMessage&ReceiptHandle=" + receipt.replace("#", "%23"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | Action=GetQueueUrl&QueueName=nowhere | AWS.SimpleQueueService.NonExistentQueue",
                "/000000000000/nowhere | Action=SendMessage&MessageBody=x | AWS.SimpleQueueService.NonExistentQueue",
                "/ | Action=Fly | InvalidAction",
                "/ | QueueName=x | MissingAction",
                "/000000000000/yobidashi-acks | Action=SendMessage | MissingParameter",
                "/000000000000/yobidashi-acks | Action=SendMessage&MessageBody=x&DelaySeconds=901 | InvalidParameterValue",
                "/000000000000/yobidashi-acks | Action=SendMessage&MessageBody=x&DelaySeconds=soon | InvalidParameterValue",
                "/ | %%%=%ZZ | InvalidAction"
            })
    void a_bad_form_is_400_with_an_error_in_xml(String path, String body, String code) {
        HttpResponse<String> answer = form(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>" + code + "</Code>");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GetQueueUrl | {\"QueueName\":\"nowhere\"} | QueueDoesNotExist",
                "Fly | {} | InvalidAction",
                "SendMessage | {\"QueueUrl\": | InvalidAction",
                "SendMessage | [] | InvalidAction",
                "SendMessage | `` | InvalidAction"
            })
    void bad_json_is_400_with_an_error_in_json(String action, String body, String type) {
        HttpResponse<String> answer = json("AmazonSQS." + action, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"__type\":\"com.amazonaws.sqs#" + type + "\"");
    }

    /** AWS answers 400; ElasticMQ 1.7.1 takes a missing or wrong member of sound JSON for a fault of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"QueueUrl\":\"http://localhost" + QUEUE + "\"}", "{\"QueueUrl\":7,\"MessageBody\":[]}"})
    void known_deviation_json_of_the_wrong_shape_is_500(String body) {
        assertThat(json("AmazonSQS.SendMessage", body).statusCode()).isEqualTo(500);
        assertServed();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 400",
        "application/json, 400",
        "multipart/form-data, 400",
        "application/x-amz-json-1.1, 200",
    })
    void content_types(String type, int status) {
        HttpResponse<String> answer =
                post("/", Map.of("Content-Type", type, "X-Amz-Target", "AmazonSQS.ListQueues"), "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {2_097_152, 9_000_000})
    void giant_bodies_are_400(int bytes) {
        String body = "{\"QueueUrl\":\"http://localhost" + QUEUE + "\",\"MessageBody\":\"" + "x".repeat(bytes) + "\"}";
        assertThat(json("AmazonSQS.SendMessage", body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "\u0016\u0003\u0001\u0002"
            })
    void what_is_no_http_gets_an_error_or_a_closed_connection(String bytes) throws IOException {
        try (Socket socket = open(bytes)) {
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).matches("(?s)(HTTP/1.1 [45]\\d\\d .*)?");
        }
        assertServed();
    }

    @Test
    void a_header_without_end_gets_an_error() throws IOException {
        try (Socket socket = open("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000))) {
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void half_open_connections_keep_nobody_else_waiting() throws IOException {
        List<Socket> halfOpen = new ArrayList<>();
        for (int socket = 0; socket < MANY; socket++) {
            halfOpen.add(open(
                    switch (socket % 3) {
                        case 0 -> "";
                        case 1 -> "POST / HTTP/1.1\r\nHo";
                        default ->
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                                    + "\r\nContent-Length: 100\r\n\r\nAction=";
                    }));
        }

        assertServed();
        for (Socket socket : halfOpen) {
            socket.close();
        }
        assertServed();
    }

    private void assertServed() {
        String queue = client.create("served", Map.of());
        client.send(queue, "x");
        assertThat(client.receive(queue, 5)).isNotEmpty().allSatisfy(message -> client.delete(queue, message));
    }

    private Socket open(String bytes) throws IOException {
        Socket socket = new Socket("localhost", server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private HttpResponse<String> form(String path, String body) {
        return post(path, Map.of("Content-Type", FORM), body);
    }

    private HttpResponse<String> json(String target, String body) {
        return post("/", Map.of("Content-Type", JSON, "X-Amz-Target", target), body);
    }

    private HttpResponse<String> post(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String md5(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
