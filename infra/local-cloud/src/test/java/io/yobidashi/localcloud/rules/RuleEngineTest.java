package io.yobidashi.localcloud.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.yobidashi.localcloud.sqs.SqsCaller;
import io.yobidashi.localcloud.sqs.SqsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a message when its queue, or SQS as a whole, will not take it. */
class RuleEngineTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_763_928_000_123L), ZoneOffset.UTC);
    private static final String QUEUE = "yobidashi-presses";
    private static final List<Duration> FIVE_SHORT_PAUSES = Collections.nCopies(5, Duration.ofMillis(20));

    @Test
    void a_topic_of_no_rule_is_done_at_once() {
        RuleEngine engine = engine(URI.create("http://localhost:1"), FIVE_SHORT_PAUSES);

        assertThat(engine.received("elsewhere/a", bytes("secret")).toCompletableFuture())
                .isCompleted();
        assertThat(engine.dropped()).isZero();
    }

    @Test
    void a_message_waits_for_SQS_to_come_back() {
        try (SqsServer sqs = new SqsServer("127.0.0.1", 0)) {
            sqs.start();
            RuleEngine engine = engine(
                    URI.create("http://localhost:" + sqs.port()), Collections.nCopies(600, Duration.ofMillis(50)));
            sqs.stop();

            CompletableFuture<?> taken = engine.received("a/b", bytes("{}")).toCompletableFuture();
            assertThat(taken).isNotDone();
            sqs.start();

            taken.orTimeout(30, TimeUnit.SECONDS).join();
            assertThat(engine.forwarded()).isEqualTo(1);
            assertThat(engine.dropped()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | 6 | an error of SQS is worth another try
            503 | 6 | so is an outage
            429 | 6 | so is being throttled
            400 | 1 | what is refused for good is not
            403 | 1 | nor what is forbidden
            """)
    void a_message_that_no_try_brings_through_is_an_error_line_without_its_body(int status, int tries, String why)
            throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer broken = answering(status, requests);
        try (Lines lines = new Lines()) {
            RuleEngine engine =
                    engine(URI.create("http://localhost:" + broken.getAddress().getPort()), FIVE_SHORT_PAUSES);

            engine.received("a/b", bytes("{\"text\":\"secret\"}"))
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();

            assertThat(requests).as(why).hasSize(tries);
            assertThat(engine.dropped()).isEqualTo(1);
            assertThat(engine.forwarded()).isZero();
            assertThat(lines.kept)
                    .containsExactly(
                            "SEVERE Rule test lost a message of topic a/b for queue yobidashi-presses: SQS answered "
                                    + status);
        } finally {
            broken.stop(0);
        }
    }

    @Test
    void a_payload_that_columns_cannot_be_added_to_is_an_error_line_too() {
        Rule rule = Rule.of("test", "SELECT *, timestamp() AS ts FROM 'a/+'", "q");
        try (Lines lines = new Lines()) {
            RuleEngine engine = new RuleEngine(List.of(rule), sender(URI.create("http://localhost:1")), CLOCK);

            assertThat(engine.received("a/b", bytes("secret")).toCompletableFuture())
                    .isCompleted();

            assertThat(engine.dropped()).isEqualTo(1);
            assertThat(lines.kept)
                    .singleElement()
                    .asString()
                    .contains("no JSON object")
                    .doesNotContain("secret");
        }
    }

    @Test
    void giving_up_comes_before_the_broker_loses_its_patience() {
        Duration pauses = PatientSender.PAUSES.stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(pauses).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(9));
    }

    private static RuleEngine engine(URI sqs, List<Duration> pauses) {
        Rule rule = Rule.of("test", "SELECT * FROM 'a/+'", QUEUE);
        return new RuleEngine(List.of(rule), new PatientSender(new SqsCaller(() -> sqs), pauses), CLOCK);
    }

    private static PatientSender sender(URI sqs) {
        return new PatientSender(new SqsCaller(() -> sqs));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static HttpServer answering(int status, List<String> requests) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The log lines of the engine while it is open. */
    private static final class Lines extends Handler implements AutoCloseable {
        private static final Logger LOGGER = Logger.getLogger(RuleEngine.class.getName());
        private final List<String> kept = new CopyOnWriteArrayList<>();

        Lines() {
            setLevel(Level.ALL);
            LOGGER.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            kept.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            LOGGER.removeHandler(this);
        }
    }
}
