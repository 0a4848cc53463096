package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.Receiver;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.sqs.SqsCaller;
import io.yobidashi.localcloud.store.Store;
import io.yobidashi.localcloud.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP side of the buttons; a broker and SQS are out of reach here. */
class ButtonsDoorTest {
    private static final String FIRST = "/buttons/G030PM0000000001/press";
    private static final URI NOWHERE = URI.create("mqtt://localhost:1");

    @TempDir
    private Path folder;

    private final Receiver callService = new Receiver(202, "{\"id\":\"1\"}");
    private final MovableClock clock = new MovableClock(Instant.ofEpochMilli(1_763_928_000_123L));
    private WebServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        Roster roster = Roster.read(Files.writeString(folder.resolve("roster.yaml"), """
                channel: C0BOOTH
                buttons:
                  - {id: G030PM0000000001, person: sato, imsi: "440103000000001"}
                  - {id: front-desk, person: sato}
                """));
        VirtualButtons buttons = new VirtualButtons(
                new Encoder(
                        "local-beam-secret",
                        "local-press-token",
                        Store.inMemory().shelf("buttons")),
                new Roads(callService::address, () -> NOWHERE, new SqsCaller(() -> URI.create("http://localhost:1"))),
                clock);
        server = WebServer.start("127.0.0.1", 0, routes -> new ButtonsDoor(roster, buttons).addTo(routes));
        browser = new Browser(URI.create("http://localhost:" + server.port()));
    }

    @AfterEach
    void stop() {
        server.close();
        callService.close();
    }

    @Test
    void the_buttons_of_the_roster_are_listed_with_the_dialects_that_they_speak() {
        assertThat(browser.get("/buttons").body())
                .isEqualTo("[{\"id\":\"G030PM0000000001\",\"person\":\"sato\",\"imsi\":\"440103000000001\","
                        + "\"dialects\":[\"beam\",\"global\",\"plain\",\"one-click\",\"developer\",\"funnel\"]},"
                        + "{\"id\":\"front-desk\",\"person\":\"sato\",\"imsi\":null,"
                        + "\"dialects\":[\"plain\",\"one-click\"]}]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, SINGLE, 1",
        "?click=SINGLE, 1, SINGLE, 1",
        "?click=DOUBLE&battery=0.25, 2, DOUBLE, 0.25",
        "?click=LONG&dialect=beam&battery=1&times=1&copies=1, 3, LONG, 1"
    })
    void a_press_sends_what_the_button_sends(String query, int number, String name, String level) {
        browser.post(FIRST + query);

        Receiver.Request press = callService.requests().get(0);
        assertThat(press.path()).isEqualTo("/presses");
        assertThat(press.header("Content-Type")).isEqualTo("application/json");
        assertThat(press.body())
                .isEqualTo(
                        "{\"clickType\":%d,\"clickTypeName\":\"%s\",\"batteryLevel\":%s,\"binaryParserEnabled\":true}"
                                .formatted(number, name, level));
    }

    @Test
    void a_press_is_signed_as_Beam_signs() {
        browser.post(FIRST);

        Receiver.Request press = callService.requests().get(0);
        assertThat(press.header("x-soracom-imsi")).isEqualTo("440103000000001");
        assertThat(press.header("x-soracom-timestamp")).isEqualTo("1763928000123");
        assertThat(press.header("x-soracom-signature-version")).isEqualTo("20151001");
        assertThat(press.header("x-soracom-signature"))
                .isEqualTo(BeamSignature.of(
                        "local-beam-secret",
                        Map.of("x-soracom-imsi", "440103000000001", "x-soracom-timestamp", "1763928000123")));
    }

    @Test
    void the_plain_dialect_brings_the_token_and_an_id_and_needs_no_SIM() {
        browser.post("/buttons/front-desk/press?dialect=plain&click=LONG");

        Receiver.Request press = callService.requests().get(0);
        assertThat(press.header("Authorization")).isEqualTo("Bearer local-press-token");
        assertThat(press.body())
                .isEqualTo("{\"button\":\"front-desk\",\"click\":\"LONG\",\"id\":\"front-desk-1763928000123\"}");
    }

    @Test
    void separate_presses_differ_though_they_come_in_one_millisecond() {
        HttpResponse<String> answer = browser.post(FIRST + "?times=3");

        assertThat(headers("x-soracom-timestamp")).containsExactly("1763928000123", "1763928000124", "1763928000125");
        assertThat(headers("x-soracom-signature")).doesNotHaveDuplicates();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("transmissions")).hasSize(3).allSatisfy(one -> assertThat(one.toString())
                .isEqualTo("{\"road\":\"http\",\"status\":202,\"body\":\"{\\\"id\\\":\\\"1\\\"}\"}"));
    }

    @ParameterizedTest
    @CsvSource({"beam", "global", "plain"})
    void duplicates_of_the_radio_are_the_very_same_transmission(String dialect) {
        browser.post(FIRST + "?copies=3&dialect=" + dialect);

        assertThat(callService.requests()).hasSize(3);
        assertThat(callService.requests().stream().map(Receiver.Request::body).distinct())
                .hasSize(1);
        assertThat(headers("x-soracom-signature").stream().distinct()).hasSizeLessThan(2);
        assertThat(headers("x-soracom-timestamp").stream().distinct()).hasSizeLessThan(2);
    }

    @Test
    void separate_presses_of_the_global_model_count_and_their_duplicates_do_not() {
        browser.post(FIRST + "?dialect=global&times=2&copies=2");

        assertThat(callService.requests())
                .extracting(Receiver.Request::body)
                .extracting(body -> body.replaceAll(".*\"seq_number\":(\\d+).*", "$1"))
                .containsExactly("1", "1", "2", "2");
    }

    @Test
    void the_answer_to_a_single_transmission_is_passed_on() {
        HttpResponse<String> answer = browser.post(FIRST);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void a_call_service_out_of_reach_is_a_bad_gateway() {
        callService.close();

        HttpResponse<String> answer = browser.post(FIRST);
        HttpResponse<String> three = browser.post(FIRST + "?times=3");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(three.statusCode()).isEqualTo(502);
        assertThat(json(three).path("transmissions")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"developer, mqtt", "funnel, mqtt", "one-click, sqs"})
    void a_cloud_out_of_reach_is_a_bad_gateway(String dialect, String road) {
        HttpResponse<String> answer = browser.post(FIRST + "?dialect=" + dialect);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(json(answer).at("/transmissions/0/road").asText()).isEqualTo(road);
        assertThat(json(answer).at("/transmissions/0/status").asInt()).isEqualTo(502);
    }

    @ParameterizedTest
    @CsvSource({
        "/buttons/G0/press, 404, G0",
        "/buttons/G030PM0000000001/press?click=TRIPLE, 400, TRIPLE",
        "/buttons/G030PM0000000001/press?click=single, 400, single",
        "/buttons/G030PM0000000001/press?dialect=klingon, 400, klingon",
        "/buttons/G030PM0000000001/press?battery=0.3, 400, 0.3",
        "/buttons/G030PM0000000001/press?battery=, 400, battery",
        "/buttons/G030PM0000000001/press?times=0, 400, times",
        "/buttons/G030PM0000000001/press?times=11, 400, times",
        "/buttons/G030PM0000000001/press?times=many, 400, times",
        "/buttons/G030PM0000000001/press?copies=0, 400, copies",
        "/buttons/G030PM0000000001/press?copies=4, 400, copies",
        "/buttons/front-desk/press, 409, imsi",
        "/buttons/front-desk/press?dialect=global, 409, imsi",
        "/buttons/front-desk/press?dialect=funnel, 409, imsi",
        "/buttons/front-desk/press?dialect=developer, 409, G030",
    })
    void what_makes_no_sense_is_refused_and_nothing_is_sent(String path, int status, String named) {
        HttpResponse<String> answer = browser.post(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).path("detail").asText()).contains(named);
        assertThat(callService.requests()).isEmpty();
    }

    private List<String> headers(String name) {
        return callService.requests().stream()
                .flatMap(request -> Stream.ofNullable(request.header(name)))
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
