package io.yobidashi.localcloud.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of the data plane, as it is on the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestErrorsTest {
    private static final String TOO_LARGE = "The payload exceeds the maximum size allowed";

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalCloud cloud;

    @BeforeAll
    void start() throws Exception {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        send("POST", "/things/known/shadow", BodyPublishers.ofString("{\"state\":{\"reported\":{\"a\":1}}}"));
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            POST   | /things/known/shadow        | {                                      | 400 | InvalidRequestException   | Invalid JSON                              | device-shadow-error-messages
            POST   | /things/known/shadow        | ~~                                     | 400 | InvalidRequestException   | Invalid JSON                              | device-shadow-error-messages
            POST   | /things/known/shadow        | {}                                     | 400 | InvalidRequestException   | Missing required node: state              | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":1}                            | 400 | InvalidRequestException   | State node must be an object              | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{"desired":1}}                | 400 | InvalidRequestException   | Desired node must be an object            | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{"reported":1}}               | 400 | InvalidRequestException   | Reported node must be an object           | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{"other":{}}}                 | 400 | InvalidRequestException   | State contains an invalid node            | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{"reported":{"a":[null]}}}    | 400 | InvalidRequestException   | State contains an invalid node            | device-shadow-document
            POST   | /things/known/shadow        | {"state":{},"version":"1"}             | 400 | InvalidRequestException   | Invalid version                           | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{},"clientToken":1}           | 400 | InvalidRequestException   | Invalid clientToken                       | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{"reported":{"1":{"2":{"3":{"4":{"5":{"6":{}}}}}}}}} | 400 | InvalidRequestException | JSON contains too many levels of nesting; maximum is 6 | device-shadow-error-messages
            POST   | /things/known/shadow        | {"state":{},"version":7}               | 409 | ConflictException         | Version conflict                          | device-shadow-error-messages
            GET    | /things/unknown/shadow      | ~~                                     | 404 | ResourceNotFoundException | No shadow exists with name: 'unknown'     | device-shadow-error-messages
            DELETE | /things/unknown/shadow      | ~~                                     | 404 | ResourceNotFoundException | No shadow exists with name: 'unknown'     | device-shadow-error-messages
            GET    | /things/known/shadow?name=b | ~~                                     | 404 | ResourceNotFoundException | No shadow exists with name: 'b'           | device-shadow-error-messages
            GET    | /things/known/shadow?name=  | ~~                                     | 400 | InvalidRequestException   | Invalid shadow name                       | service model ShadowName
            GET    | /things/known/shadow?name=a.b | ~~                                   | 400 | InvalidRequestException   | Invalid shadow name                       | service model ShadowName
            GET    | /things/kn%20own/shadow     | ~~                                     | 400 | InvalidRequestException   | Invalid thing name                        | service model ThingName
            POST   | /things/a%2Fb/shadow        | {"state":{}}                           | 400 | InvalidRequestException   | Invalid thing name                        | service model ThingName
            PUT    | /things/known/shadow        | {"state":{}}                           | 405 | MethodNotAllowedException | This method is not allowed here           | service model
            PATCH  | /things/known/shadow        | {"state":{}}                           | 405 | MethodNotAllowedException | This method is not allowed here           | service model
            OPTIONS | /things/known/shadow       | ~~                                     | 405 | MethodNotAllowedException | This method is not allowed here           | service model
            POST   | /api/things/shadow/ListNamedShadowsForThing/known | ~~               | 405 | MethodNotAllowedException | This method is not allowed here           | service model
            GET    | /api/things/shadow/ListNamedShadowsForThing/kn%20own | ~~            | 400 | InvalidRequestException   | Invalid thing name                        | service model ThingName
            GET    | /api/things/shadow/ListNamedShadowsForThing/known?pageSize=0 | ~~    | 400 | InvalidRequestException   | Invalid pageSize                          | service model PageSize
            GET    | /api/things/shadow/ListNamedShadowsForThing/known?pageSize=101 | ~~  | 400 | InvalidRequestException   | Invalid pageSize                          | service model PageSize
            GET    | /api/things/shadow/ListNamedShadowsForThing/known?pageSize=ten | ~~  | 400 | InvalidRequestException   | Invalid pageSize                          | service model PageSize
            GET    | /api/things/shadow/ListNamedShadowsForThing/known?nextToken=junk | ~~ | 400 | InvalidRequestException  | Invalid nextToken                         | service model NextToken
            GET    | /api/things/shadow/ListNamedShadowsForThing/known?nextToken=%23 | ~~ | 400 | InvalidRequestException   | Invalid nextToken                         | service model NextToken
            GET    | /topics/a%2Fb               | ~~                                     | 405 | MethodNotAllowedException | This method is not allowed here           | service model
            POST   | /topics/a%2F%23             | x                                      | 400 | InvalidRequestException   | A topic to publish to has no wildcard     | topics
            POST   | /topics/a%2F%2B             | x                                      | 400 | InvalidRequestException   | A topic to publish to has no wildcard     | topics
            POST   | /topics/1/2/3/4/5/6/7/8/9   | x                                      | 400 | InvalidRequestException   | A topic has at most 7 slashes             | quotas of the message broker
            POST   | /topics/%24aws%2Fthings%2Fa%2Fshadow%2Fupdate%2Faccepted | x        | 400 | InvalidRequestException   | This reserved topic is not open to this operation | reserved-topics
            POST   | /topics/%24aws%2Fthings%2Fa%2Fshadow%2Fupdate?retain=true | x       | 400 | InvalidRequestException   | A reserved topic takes no retained message | mqtt
            POST   | /topics/%24SYS%2Fa          | x                                      | 400 | InvalidRequestException   | This reserved topic is not open to this operation | reserved-topics
            POST   | /topics/a?qos=2             | x                                      | 400 | InvalidRequestException   | Invalid qos                               | service model Qos
            POST   | /topics/a?retain=yes        | x                                      | 400 | InvalidRequestException   | Invalid retain                            | service model Retain
            POST   | /topics/                    | x                                      | 404 | ResourceNotFoundException | The data plane has no such operation      | service model
            GET    | /things/known               | ~~                                     | 404 | ResourceNotFoundException | The data plane has no such operation      | service model
            GET    | /things/known/shadow/more   | ~~                                     | 404 | ResourceNotFoundException | The data plane has no such operation      | service model
            PUT    | /things/known/shadows       | {}                                     | 404 | ResourceNotFoundException | The data plane has no such operation      | service model
            GET    | /api/things/shadow/Unknown/known | ~~                                | 404 | ResourceNotFoundException | The data plane has no such operation      | service model
            """)
    void a_refusal_is_told_in_the_words_of_aws(
            String method, String path, String body, int status, String type, String message, String source)
            throws Exception {
        HttpResponse<String> answer = send(method, path, BodyPublishers.ofString(body));

        assertRefused(answer, status, type);
        assertThat(json(answer).path("message").asText()).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0} bytes to {1}")
    @CsvSource(delimiter = '|', textBlock = """
              8200 | /things/known/shadow | diagnosing-shadows
            200000 | /things/known/shadow | diagnosing-shadows
            200000 | /topics/a            | quotas of the message broker
            """)
    void a_body_that_is_too_large_is_refused_with_and_without_its_length(int bytes, String path, String source)
            throws Exception {
        byte[] body =
                ("{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(bytes) + "\"}}}").getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> announced = send("POST", path, BodyPublishers.ofByteArray(body));
        HttpResponse<String> chunked =
                send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        for (HttpResponse<String> answer : List.of(announced, chunked)) {
            assertRefused(answer, 413, "RequestEntityTooLargeException");
            assertThat(json(answer).path("message").asText()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void what_is_not_UTF_8_is_refused() throws Exception {
        byte[] latin = "{\"state\":{\"reported\":{\"a\":\"é\"}}}".getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = send("POST", "/things/known/shadow", BodyPublishers.ofByteArray(latin));

        assertRefused(answer, 415, "UnsupportedDocumentEncodingException");
        assertThat(json(answer).path("message").asText())
                .isEqualTo("Unsupported documented encoding; supported encoding is UTF-8");
    }

    @Test
    void a_refusal_carries_the_client_token_of_its_request() throws Exception {
        BodyPublisher stale = BodyPublishers.ofString("{\"state\":{},\"version\":7,\"clientToken\":\"t-1\"}");

        assertThat(json(send("POST", "/things/known/shadow", stale))
                        .path("clientToken")
                        .asText())
                .isEqualTo("t-1");
    }

    @Test
    void a_topic_of_257_bytes_is_refused_and_one_of_256_is_taken() throws Exception {
        String most = "/topics/" + "%E5%91%BC".repeat(85) + "x";

        assertThat(send("POST", most, BodyPublishers.ofString("x")).statusCode())
                .isEqualTo(200);
        assertRefused(send("POST", most + "y", BodyPublishers.ofString("x")), 400, "InvalidRequestException");
    }

    @Test
    void while_the_broker_is_away_a_publish_is_refused() throws Exception {
        try (LocalCloud other = LocalCloud.start(LocalCloudConfig.ephemeral())) {
            other.stopBroker();
            HttpRequest publish = HttpRequest.newBuilder(
                            other.endpoints().http().resolve("/topics/a"))
                    .POST(BodyPublishers.ofString("x"))
                    .build();

            assertRefused(http.send(publish, BodyHandlers.ofString()), 503, "ServiceUnavailableException");
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String type) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).hasValue(type);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(json(answer).path("code").asInt()).isEqualTo(status);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(cloud.endpoints().http().resolve(path))
                .method(method, body)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
