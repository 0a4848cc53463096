package io.yobidashi.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.BoardStream;
import io.yobidashi.systemtests.running.Booth;
import io.yobidashi.systemtests.running.Http;
import io.yobidashi.systemtests.running.RunningSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services as processes, and people: press, mention, answer, board, idle again. */
class CallGoesAllTheWayIT {
    private static final String SATO_BUTTON = "G030PM0000000001";
    private static final String SUZUKI_BUTTON = "G030PM0000000002";
    private static final String TANAKA_BUTTON = "G030PM0000000003";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningSystem system;
    private static Booth booth;

    @BeforeAll
    static void up() {
        system = RunningSystem.up(
                home,
                Map.of(
                        "YOBIDASHI_CALLING_TIMEOUT", "12s",
                        "YOBIDASHI_RUNNING_TIMEOUT", "3s",
                        "YOBIDASHI_REMIND_AFTER", "3s",
                        "YOBIDASHI_STAND_IN_AFTER", "6s",
                        "YOBIDASHI_GROUP_AFTER", "9s",
                        "YOBIDASHI_MAX_DELAY", "2s"));
        booth = new Booth(system);
    }

    @AfterAll
    static void down() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void a_call_goes_from_the_button_to_slack_to_the_board_and_back_to_idle() {
        try (BoardStream board = new BoardStream(system.board("/api/stream"))) {
            within(10).until(() -> board.has("snapshot"));

            JsonNode accepted = booth.press(SATO_BUTTON);
            assertThat(accepted.path("person").asText()).isEqualTo("sato");
            assertThat(accepted.path("button").asText()).isEqualTo(SATO_BUTTON);
            assertThat(accepted.path("id").asText()).isNotBlank();

            within(5).until(() -> booth.mentions("USATO") == 1);
            within(5).until(() -> board.states("sato").contains("calling"));

            // Without a time: one that is named is waited for.
            JsonNode said = booth.say("USATO", "ok soon");
            assertThat(said.path("deliveries").get(0).path("status").asInt()).isEqualTo(200);

            within(5).until(() -> board.states("sato").contains("running"));
            within(20)
                    .until(() -> steps(board.states("sato")).size() > 2
                            && last(board.states("sato")).equals("idle"));

            assertThat(steps(board.states("sato"))).endsWith("calling", "running", "idle");
            assertThat(board.persons("sato")
                            .filter(row -> row.path("state").asText().equals("running"))
                            .map(row -> row.path("note").asText()))
                    .containsOnly("soon");
            assertThat(board.persons("sato").map(row -> row.path("version").asLong()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(person("sato").path("last").path("outcome").asText()).isEqualTo("answered");
            assertThat(booth.mentions("USATO")).isEqualTo(1);
        }
    }

    @Test
    void an_unanswered_call_goes_through_the_chain_and_ends_by_itself() {
        int before = booth.channel().size();

        booth.press(SUZUKI_BUTTON);

        within(30)
                .until(() ->
                        person("suzuki").path("last").path("outcome").asText().equals("unanswered"));
        List<String> mentioned = booth.channel().stream()
                .skip(before)
                .map(text -> text.substring(0, text.indexOf('>') + 1))
                .toList();
        assertThat(steps(mentioned)).containsExactly("<@USUZUKI>", "<@UTANAKA>", "<!here>");
    }

    @Test
    void repeated_presses_are_counted_and_not_broadcast_again() {
        long before = booth.mentions("UTANAKA");
        booth.press(TANAKA_BUTTON);
        within(5).until(() -> person("tanaka").path("told").asBoolean() && booth.mentions("UTANAKA") == before + 1);

        booth.press(TANAKA_BUTTON);
        booth.press(TANAKA_BUTTON);

        within(5).until(() -> person("tanaka").path("presses").asInt() == 3);
        booth.say("UTANAKA", "ＯＫ すぐ行きます");
        within(5).until(() -> person("tanaka").path("note").asText().equals("すぐ行きます"));
        assertThat(booth.mentions("UTANAKA")).isEqualTo(before + 1);
        within(20).until(() -> person("tanaka").path("state").asText().equals("idle"));
    }

    @Test
    void every_process_is_ready_and_tells_its_metrics() {
        Stream.of("local-cloud", "call-service", "ack-service", "reset-service", "dashboard-service")
                .forEach(name -> assertThat(Http.get(system.health(name)).status())
                        .as(name)
                        .isEqualTo(200));
        assertThat(system.command("status")).contains("running").doesNotContain("stopped", "stale");
    }

    @Test
    void the_board_page_is_served() {
        assertThat(Http.get(system.board("/")).body()).contains("<title>").contains("<script");
    }

    @Test
    void a_press_without_a_signature_or_token_is_refused() {
        Http.Answer answer = Http.post(system.calls("/presses/" + SATO_BUTTON), "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void an_answer_with_a_wrong_token_is_refused() {
        Http.Answer answer = Http.post(
                system.answers("/slack/outgoing"),
                "token=wrong&channel_id=C0BOOTH&user_id=USATO&timestamp=1.0&text=ok",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(401);
    }

    private static JsonNode person(String id) {
        for (JsonNode person : Http.get(system.board("/api/people")).json().path("people")) {
            if (person.path("id").asText().equals(id)) {
                return person;
            }
        }
        throw new AssertionError(id + " is not on the board");
    }

    private static String last(List<String> states) {
        return states.get(states.size() - 1);
    }

    /** The states without those that only repeat the one before. */
    private static List<String> steps(List<String> states) {
        List<String> steps = new ArrayList<>();
        for (String state : states) {
            if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(state)) {
                steps.add(state);
            }
        }
        return steps;
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(50));
    }
}
