package io.yobidashi.systemtests.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Booth;
import io.yobidashi.systemtests.running.RunningSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** While Slack is slow or gone, the board and the timers go on; when it is back, what is owed is told. */
class SlowSlackIT {
    private static final BigRoster ROSTER = BigRoster.of(46);
    private static final List<String> THIRTY = ROSTER.people().subList(0, 30);
    private static final List<String> FIVE_OTHERS = ROSTER.people().subList(40, 45);
    private static final int REMIND = 5;
    private static final int STAND_IN = 8;
    private static final int GROUP = 11;
    private static final int CALLING = 24;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningSystem system;
    private static Gauges gauges;
    private static SlackFaults slack;

    @BeforeAll
    static void up() {
        system = RunningSystem.up(
                home,
                Map.of(
                        "YOBIDASHI_ROSTER", ROSTER.in(home).toString(),
                        "YOBIDASHI_CALLING_TIMEOUT", CALLING + "s",
                        "YOBIDASHI_REMIND_AFTER", REMIND + "s",
                        "YOBIDASHI_STAND_IN_AFTER", STAND_IN + "s",
                        "YOBIDASHI_GROUP_AFTER", GROUP + "s"));
        gauges = new Gauges(system);
        slack = new SlackFaults(system);
    }

    @AfterAll
    static void down() {
        if (system != null) {
            system.close();
        }
    }

    @AfterEach
    void clear() {
        slack.clear();
    }

    @Test
    void while_slack_takes_five_seconds_for_each_call_the_board_and_the_timers_go_on() {
        slack.slow(5);

        press(THIRTY);

        long begun = System.nanoTime();
        within(10).until(() -> all(THIRTY, SlowSlackIT::isCalling));
        print("calling", begun);
        within(STAND_IN + 8).until(() -> all(THIRTY, row -> row.path("asked").size() > 1));
        print("stand-ins asked", begun);
        within(GROUP - STAND_IN + 8)
                .until(() -> all(THIRTY, row -> row.path("group").asBoolean()));
        print("groups asked", begun);
        // Those who wait for somebody's answer while nobody hears of them are not lost among those who press again.
        press(THIRTY.subList(0, 10));
        within(8)
                .until(() ->
                        all(THIRTY.subList(0, 10), row -> row.path("presses").asInt() == 2));
        print("repeats counted", begun);
        within(CALLING - GROUP + 10)
                .until(() -> all(THIRTY, row -> row.path("state").asText().equals("idle")));
        print("idle", begun);
        assertThat(gauges.people().get("p000").path("last").path("outcome").asText())
                .isEqualTo("unanswered");
    }

    @Test
    void when_slack_is_back_what_is_owed_is_told() {
        slack.away(60);
        press(FIVE_OTHERS);
        within(10).until(() -> all(FIVE_OTHERS, SlowSlackIT::isCalling));
        assertThat(all(FIVE_OTHERS, SlowSlackIT::isTold)).isFalse();

        slack.clear();

        within(CALLING).until(() -> all(FIVE_OTHERS, row -> isCalling(row) && isTold(row)));
        // Whoever was asked last by then: nobody is mentioned for what is over.
        Booth booth = new Booth(system);
        Map<String, JsonNode> rows = gauges.people();
        assertThat(FIVE_OTHERS).allMatch(person -> mentioned(booth, rows.get(person)));
    }

    private static boolean mentioned(Booth booth, JsonNode row) {
        return row.path("group").asBoolean()
                || StreamSupport.stream(row.path("asked").spliterator(), false)
                        .anyMatch(asked -> booth.mentions(BigRoster.user(asked.asText())) > 0);
    }

    private static void press(List<String> people) {
        List<String> buttons = people.stream().map(BigRoster::button).toList();
        Flood.Result result = new Flood(system.calls("/presses"), 10).press(buttons, buttons.size());
        assertThat(result.answers()).containsOnlyKeys("202");
    }

    private static boolean all(List<String> people, Predicate<JsonNode> what) {
        Map<String, JsonNode> rows = gauges.people();
        return people.stream().map(rows::get).allMatch(what);
    }

    private static boolean isCalling(JsonNode row) {
        return row.path("state").asText().equals("calling");
    }

    private static boolean isTold(JsonNode row) {
        return row.path("told").asBoolean();
    }

    private static void print(String what, long begun) {
        System.out.printf("Slack slow: all %s after %d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }

    private static ConditionFactory within(int seconds) {
        return await().atMost(Duration.ofSeconds(seconds));
    }
}
