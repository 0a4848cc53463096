package io.yobidashi.localcloud.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no call of SQS is answered with the fault of its sender, never with one of the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadSqsCallsTest {
    private LocalCloud cloud;

    @BeforeAll
    void start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            NoSuchAction     | {}                                                | InvalidAction          | Common Error Types
            SendMessage      | {                                                 | SerializationException | AWS JSON protocol
            SendMessage      | null                                              | SerializationException | AWS JSON protocol
            SendMessage      | ~~                                                | SerializationException | AWS JSON protocol
            SendMessage      | {"QueueUrl":1,"MessageBody":{}}                   | SerializationException | AWS JSON protocol
            ReceiveMessage   | {"QueueUrl":"Q","WaitTimeSeconds":"x"}            | SerializationException | AWS JSON protocol
            SendMessageBatch | {"QueueUrl":"Q","Entries":[null]}                 | SerializationException | AWS JSON protocol
            SendMessage      | {"MessageBody":"x"}                               | MissingParameter       | Common Error Types
            SendMessage      | {"QueueUrl":"::::","MessageBody":"x"}             | InvalidAddress         | SendMessage
            SendMessage      | {"QueueUrl":"Q/nope","MessageBody":"x"}           | QueueDoesNotExist      | SendMessage
            SendMessage      | {"QueueUrl":"Q","MessageBody":"x","MessageAttributes":{"a":{"DataType":"Binary","BinaryValue":"*"}}} | InvalidParameterValue | Common Error Types
            """)
    void a_bad_call_in_json_is_refused(String action, String body, String code, String source) throws Exception {
        String queue = "http://localhost/000000000000/yobidashi-acks";
        String answer = answer(
                "Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AmazonSQS." + action,
                body.replace("\"Q\"", "\"" + queue + "\"").replace("Q/nope", queue + "-nope"));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"__type\":\"com.amazonaws.sqs#" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({"Action=NoSuchAction, InvalidAction", "'', Error", "Action=SendMessage&MessageBody=%zz, Error"})
    void a_bad_call_in_the_query_protocol_is_refused(String form, String code) throws Exception {
        assertThat(answer("Content-Type: application/x-www-form-urlencoded", form))
                .startsWith("HTTP/1.1 400 ")
                .contains("<ErrorResponse", code);
    }

    @Test
    void a_call_without_action_is_refused() throws Exception {
        assertThat(answer("Content-Type: application/x-amz-json-1.0", "{}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("MissingAction");
    }

    @Test
    void a_message_of_2_MB_is_refused() throws Exception {
        String body = "{\"QueueUrl\":\"http://localhost/000000000000/yobidashi-acks\",\"MessageBody\":\""
                + "x".repeat(2_000_000) + "\"}";

        assertThat(answer("Content-Type: application/x-amz-json-1.0\r\nX-Amz-Target: AmazonSQS.SendMessage", body))
                .startsWith("HTTP/1.1 400 ")
                .contains("MessageTooLong");
    }

    private String answer(String head, String body) throws Exception {
        byte[] request = ("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
        try (Line line = new Line(cloud.endpoints().sqs())) {
            return line.say(request).readToTheEnd();
        }
    }
}
