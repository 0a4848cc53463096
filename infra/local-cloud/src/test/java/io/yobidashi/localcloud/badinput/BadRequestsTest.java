package io.yobidashi.localcloud.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.Patience;
import io.yobidashi.localcloud.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over HTTP everybody gets a correct error or a closed connection, whatever they send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
    private static final String SHADOW = "POST /things/bad/shadow HTTP/1.1~Host: x~Connection: close~";
    private static final String JSON = "POST / HTTP/1.1~Host: x~Content-Type: application/x-amz-json-1.0~"
            + "Connection: close~X-Amz-Target: AmazonSQS.";

    private LocalCloud cloud;
    private URI web;
    private URI sqs;

    @BeforeAll
    void start() {
        Patience little = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(10));
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral().withPatience(little));
        web = cloud.endpoints().http();
        sqs = cloud.endpoints().sqs();
    }

    @AfterAll
    void stop() {
        try {
            assertThat(new Browser(web).get("/q/health/ready").statusCode()).isEqualTo(200);
        } finally {
            cloud.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing                      | ''
            half a request line          | GET /things/a/sha
            a head that does not end     | GET / HTTP/1.1~Host: x~X-A: b~
            no body                      | POST /things/a/shadow HTTP/1.1~Host: x~Content-Length: 12~~
            half a body                  | POST /things/a/shadow HTTP/1.1~Host: x~Content-Length: 12~~{"sta
            half a chunk                 | POST /things/a/shadow HTTP/1.1~Host: x~Transfer-Encoding: chunked~~c~{"sta
            chunks without end           | POST /things/a/shadow HTTP/1.1~Host: x~Transfer-Encoding: chunked~~1~{~
            half a request to SQS        | POST / HTTP/1.1~Host: x~Content-Length: 99~~Action=Send
            the first bytes of TLS       | \u0016\u0003\u0001\u0002
            """)
    void who_does_not_go_on_is_cut_off_on_both_ports(String what, String words) throws Exception {
        for (URI server : new URI[] {web, sqs}) {
            try (Line line = new Line(server)) {
                assertThat(line.say(bytes(words)).readToTheEnd()).isEmpty();
            }
        }
    }

    /** One byte in each tenth of a second moves, and never gets anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1~X-A: ", "POST / HTTP/1.1~Host: x~Content-Length: 1000~~"})
    void a_trickle_is_cut_off(String begin) throws Exception {
        for (URI server : new URI[] {web, sqs}) {
            try (Line line = new Line(server)) {
                line.say(bytes(begin));

                assertThat(line.dripsUntilClosed()).isPositive();
            }
        }
    }

    @Test
    void an_idle_connection_is_closed_after_its_last_answer() throws Exception {
        try (Line line = new Line(web)) {
            String answer =
                    line.say(bytes("GET /q/health/live HTTP/1.1~Host: x~~")).readToTheEnd();

            assertThat(answer).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void who_waits_for_an_answer_may_wait_longer_than_a_request_may_take() throws Exception {
        String poll = "{\"QueueUrl\":\"http://localhost/000000000000/yobidashi-acks-dlq\",\"WaitTimeSeconds\":3}";
        try (Line line = new Line(sqs)) {
            line.say(bytes(JSON + "ReceiveMessage~Content-Length: " + poll.length() + "~~" + poll));

            assertThat(line.readToTheEnd()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two lengths             | Content-Length: 12~Content-Length: 13~~{"state":{}}           | 400
            the same length twice   | Content-Length: 12~Content-Length: 12~~{"state":{}}           | 400
            length and chunks       | Content-Length: 12~Transfer-Encoding: chunked~~0~~            | 400
            negative length         | Content-Length: -1~~                                          | 400
            length in words         | Content-Length: ten~~                                         | 400
            length beyond a long    | Content-Length: 99999999999999999999~~                        | 400
            endless length          | Content-Length: 9223372036854775807~~                         | 413
            no colon                | Nothing~~                                                     | 400
            space in a header name  | X A : b~~                                                     | 400
            NUL in a header         | X-A: b\u0000c~~                                               | 400
            control in a header     | X-A: b\u0001c~~                                               | 400
            """)
    void a_bad_head_is_refused(String what, String head, int status) throws Exception {
        assertThat(answer(web, SHADOW + head)).matches("(?s)HTTP/1.. " + status + " .*");
        assertThat(answer(sqs, "POST / HTTP/1.1~Host: x~" + head)).matches("(?s)HTTP/1.. " + status + " .*");
    }

    @Test
    void a_head_of_a_megabyte_is_refused() throws Exception {
        String endless = "x".repeat(1_000_000);
        for (URI server : new URI[] {web, sqs}) {
            assertThat(answer(server, "GET / HTTP/1.1~Host: x~X-A: " + endless + "~~"))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(answer(server, "GET /" + endless + " HTTP/1.1~Host: x~~"))
                    .startsWith("HTTP/1.0 414 ");
        }
    }

    @Test
    void a_document_of_200_KB_and_a_body_of_1_MB_in_chunks_are_refused_in_the_words_of_aws() throws Exception {
        String document = "{\"state\":{\"reported\":{\"a\":\"" + "x".repeat(200_000) + "\"}}}";
        String chunks = "10000~" + "x".repeat(0x10000) + "~";

        assertRefused(answer(web, SHADOW + "Content-Length: " + document.length() + "~~" + document), 413);
        assertRefused(answer(web, SHADOW + "Transfer-Encoding: chunked~~" + chunks.repeat(16) + "0~~"), 413);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /things                          | 404
            GET  | /things/                         | 404
            GET  | /api/things                      | 404
            GET  | /topics                          | 404
            POST | /things/a/b/c                    | 404
            POST | /things/%zz/shadow               | 400
            POST | /things/%/shadow                 | 400
            POST | /things/%00/shadow               | 400
            POST | /things/%ff%fe/shadow            | 400
            POST | /things/a%01/shadow              | 400
            POST | /things/a\u0001/shadow           | 400
            POST | /things/..%2f/shadow             | 400
            POST | /topics/%zz                      | 400
            POST | /topics/a%2                      | 400
            POST | /topics/%ff                      | 400
            POST | /topics/a%00b                    | 400
            POST | /topics/a%01b                    | 400
            POST | /topics/a%7Fb                    | 400
            POST | /topics/%EF%BF%BF                | 400
            POST | /topics/a\u0000b                 | 400
            GET  | /%2e%2e/iot/hivemq.xml           | 400
            """)
    void a_bad_address_is_refused_in_the_words_of_aws(String method, String path, int status) throws Exception {
        assertRefused(answer(web, method + " " + path + " HTTP/1.1~Host: x~Connection: close~~"), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "TRACE", "CONNECT", "PROPFIND"})
    void a_method_that_nobody_knows_is_not_implemented(String method) throws Exception {
        for (URI server : new URI[] {web, sqs}) {
            assertThat(answer(server, method + " /things/a/shadow HTTP/1.1~Host: x~~"))
                    .startsWith("HTTP/1.1 501 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../iot/hivemq.xml",
                "/..%2fiot/hivemq.xml",
                "/chat/../../iot/hivemq.xml",
                "/chat/%2e%2e/%2e%2e/iot/hivemq.xml",
                "/chat/..%2f..%2fiot/hivemq.xml",
                "/..%5ciot%5chivemq.xml",
                "/..;/iot/hivemq.xml",
                "/%252e%252e/iot/hivemq.xml",
                "//etc/passwd",
                "/chat",
                "/chat/"
            })
    void nothing_is_served_from_outside_the_pages(String path) throws Exception {
        assertThat(answer(web, "GET " + path + " HTTP/1.1~Host: x~Connection: close~~"))
                .matches("(?s)HTTP/1.1 40[04] .*")
                .doesNotContain("listener");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            no.such.method   | application/json                         | 200 | unknown_method
            auth.test        | application/json                         | 200 | invalid_json
            auth.test        | application/json; charset=zzz            | 415 | charset
            auth.test        | application/x-www-form-urlencoded; charset=* | 415 | charset
            auth.test        | multipart/form-data                      | 400 | form
            auth.test        | multipart/form-data; boundary=x          | 400 | form
            auth.test        | text/xml                                 | 200 | not_authed
            """)
    void a_bad_call_of_slack_is_refused(String method, String type, int status, String word) throws Exception {
        assertThat(answer(
                        web,
                        "POST /slack/api/" + method + " HTTP/1.1~Host: x~Connection: close~Content-Type: " + type
                                + "~Content-Length: 3~~{{{"))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(word);
    }

    /** The server behind closes the connection after such an answer, which must not meet whoever comes next. */
    @Test
    void a_refusal_does_not_hit_the_next_client() {
        Browser neighbour = new Browser(web);
        assertThat(IntStream.range(0, 200).mapToObj(round -> {
                    String bad = round % 2 == 0
                            ? "GET /things/%zz/shadow HTTP/1.1~Host: x~Connection: close~~"
                            : SHADOW.replace("things/bad/shadow", "slack/api/auth.test")
                                    + "Content-Type: multipart/form-data; boundary=x~Content-Length: 9~~--x~hello";
                    assertThat(answer(web, bad)).startsWith("HTTP/1.1 400 ");
                    return neighbour.get("/q/health/live").statusCode();
                }))
                .containsOnly(200);
    }

    /** Else the front would give the next client a connection that is about to close. */
    @Test
    void the_server_behind_tells_that_it_closes_the_connection() throws Exception {
        try (WebServer server = WebServer.start("127.0.0.1", 0, routes -> {})) {
            assertThat(answer(URI.create("http://127.0.0.1:" + server.port()), "GET /%zz HTTP/1.1~Host: x~~"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Connection: close");
        }
    }

    private static void assertRefused(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("{\"code\":" + status + ",");
        assertThat(answer).containsIgnoringCase("\r\nx-amzn-ErrorType: ");
        assertThat(answer).containsIgnoringCase("\r\nContent-Type: application/json");
    }

    /** All that comes until the connection is closed. */
    private static String answer(URI server, String words) {
        try (Line line = new Line(server)) {
            return line.say(bytes(words)).readToTheEnd();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String words) {
        return Line.ascii(words.replace("~", "\r\n"));
    }
}
