package io.yobidashi.call.slack;

import static io.yobidashi.core.testing.SampleRoster.SATO_BUTTON;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Ledger;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWebhookTest {
    private static final Instant AT = Instant.ofEpochMilli(1763928000000L);
    private static final Notice NOTICE = Debts.owed(PersonStatus.unknown("sato")
                    .calling(
                            Call.open("01K", new Origin(SATO_BUTTON, Click.SINGLE, AT), Asked.first("sato")),
                            AT,
                            AT.plusSeconds(300)))
            .orElseThrow();

    private static final Supplier<Wording> WORDING = () -> new Wording(SampleRoster.three(), Language.JA);

    private final MutableClock clock = new MutableClock(AT);
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private SlackWebhook webhook;
    private int status = 200;
    private String answer = "ok";
    private String retryAfter;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/T0/B0/s3cret", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        webhook = new SlackWebhook(address(), WORDING, clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void what_slack_takes_is_accepted_without_a_name() {
        assertThat(webhook.post(NOTICE)).isEqualTo(new PostResult.Accepted(Optional.empty()));
        assertThat(received).containsExactly("{\"text\":\"\\u003c@USATO\\u003e 受付 でお客様がお呼びです。「ok 3 min」と返信してください。\"}");
    }

    @Test
    void the_message_of_a_bot_from_before_is_left_as_it_is() {
        Call repeated = Objects.requireNonNull(NOTICE.status().call()).repeated();
        Call told = repeated.with(new Ledger(1, 1, null)).posted(new Post("C0BOOTH", "1.2"));
        Notice edit = Debts.owed(NOTICE.status().with(told.with(told.told().showing("once"))))
                .orElseThrow();

        assertThat(webhook.post(edit)).isEqualTo(new PostResult.Accepted(Optional.empty()));
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"30,30", "1,1", "soon,1", "0,1", ",1"})
    void too_many_messages_wait_as_long_as_slack_says(String header, long seconds) {
        status = 429;
        retryAfter = header;
        assertThat(later().after()).isEqualTo(Duration.ofSeconds(seconds));

        // Nobody else tries before.
        status = 200;
        assertThat(notAsked()).isEqualTo(Duration.ofSeconds(seconds));
        clock.advance(Duration.ofSeconds(seconds));
        assertThat(webhook.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);
        assertThat(received).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void errors_of_slack_pass(int error) {
        status = error;
        answer = "rollup_error";
        assertThat(later().after()).isEqualTo(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({
        "400,no_text",
        "400,invalid_payload",
        "403,action_prohibited",
        "404,no_service",
        "410,channel_is_archived"
    })
    void errors_of_the_set_up_stay(int error, String word) {
        status = error;
        answer = word;
        assertThat(webhook.post(NOTICE)).isEqualTo(new PostResult.Refused(error + " " + word));
    }

    @Test
    void a_page_of_somebody_else_is_not_repeated() {
        status = 404;
        answer = "<html>no such path: /services/T0/B0/s3cret</html>";
        assertThat(webhook.post(NOTICE)).isEqualTo(new PostResult.Refused("404 (no word of Slack's)"));
    }

    @Test
    void no_slack_at_all_passes_and_tells_nothing_of_the_address() {
        URI nowhere = address();
        server.stop(0);
        webhook = new SlackWebhook(nowhere, WORDING, clock);
        assertThat(later().reason()).startsWith("no answer from Slack").doesNotContain("s3cret", "services");
    }

    @Test
    void the_pace_is_kept_without_asking_slack() {
        for (int i = 0; i < Pace.BURST; i++) {
            assertThat(webhook.post(NOTICE)).isInstanceOf(PostResult.Accepted.class);
        }
        assertThat(notAsked()).isEqualTo(Duration.ofSeconds(1));
        assertThat(received).hasSize(Pace.BURST);
    }

    private Duration notAsked() {
        PostResult result = webhook.post(NOTICE);
        assertThat(result).isInstanceOf(PostResult.NotAsked.class);
        return ((PostResult.NotAsked) result).after();
    }

    private PostResult.Later later() {
        PostResult result = webhook.post(NOTICE);
        assertThat(result).isInstanceOf(PostResult.Later.class);
        return (PostResult.Later) result;
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/services/T0/B0/s3cret");
    }
}
