package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.Browser;
import io.yobidashi.localcloud.MovableClock;
import io.yobidashi.localcloud.Receiver;
import io.yobidashi.localcloud.roster.Roster;
import io.yobidashi.localcloud.web.WebServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ButtonsDoorTest {
    private static final String FIRST = "G030PM0000000001";

    private final Receiver callService = new Receiver(202, "{\"id\":\"1\"}");
    private final MovableClock clock = new MovableClock(Instant.ofEpochMilli(1_763_928_000_123L));
    private final VirtualButtons buttons = new VirtualButtons(callService::address, "local-beam-secret", clock);
    private final WebServer server =
            WebServer.start("127.0.0.1", 0, routes -> new ButtonsDoor(Roster.bundled(), buttons).addTo(routes));
    private final Browser browser = new Browser(URI.create("http://localhost:" + server.port()));

    @AfterEach
    void stop() {
        server.close();
        callService.close();
    }

    @Test
    void the_buttons_of_the_roster_are_listed() {
        assertThat(browser.get("/buttons").body())
                .startsWith("[{\"id\":\"G030PM0000000001\",\"person\":\"sato\",\"imsi\":\"440103000000001\"},");
    }

    @ParameterizedTest
    @CsvSource({"'', 1, SINGLE", "?click=SINGLE, 1, SINGLE", "?click=DOUBLE, 2, DOUBLE", "?click=LONG, 3, LONG"})
    void a_press_sends_what_the_button_sends(String query, int number, String name) {
        browser.post("/buttons/" + FIRST + "/press" + query);

        Receiver.Request press = callService.requests().get(0);
        assertThat(press.path()).isEqualTo("/presses");
        assertThat(press.body())
                .isEqualTo("{\"clickType\":%d,\"clickTypeName\":\"%s\",\"batteryLevel\":1,\"binaryParserEnabled\":true}"
                        .formatted(number, name));
    }

    @Test
    void a_press_is_signed_as_Beam_signs() {
        browser.post("/buttons/" + FIRST + "/press");

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
    void two_presses_within_one_millisecond_have_different_stamps() {
        browser.post("/buttons/" + FIRST + "/press");
        browser.post("/buttons/" + FIRST + "/press");

        assertThat(callService.requests())
                .extracting(press -> press.header("x-soracom-timestamp"))
                .containsExactly("1763928000123", "1763928000124");
    }

    @Test
    void the_answer_is_passed_on() {
        HttpResponse<String> answer = browser.post("/buttons/" + FIRST + "/press");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void a_call_service_out_of_reach_is_a_bad_gateway() {
        callService.close();

        HttpResponse<String> answer = browser.post("/buttons/" + FIRST + "/press");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void an_unknown_button_and_an_unknown_click_are_refused() {
        assertThat(browser.post("/buttons/G0/press").statusCode()).isEqualTo(404);
        assertThat(browser.post("/buttons/" + FIRST + "/press?click=TRIPLE").statusCode())
                .isEqualTo(400);
        assertThat(callService.requests()).isEmpty();
    }
}
