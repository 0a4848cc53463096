package io.yobidashi.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Booth;
import io.yobidashi.systemtests.running.Http;
import io.yobidashi.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged services with a bot in Slack: who is called answers by whatever is at hand, and the message follows. */
class AnswersByEveryRoadIT {
    /** For each test people of its own, so that none depends on what another left behind. */
    private static final String ROSTER = """
            channel: C0BOOTH
            group: "<!here>"
            people:
              - {id: sato,   name: {ja: 佐藤, en: Sato},   slack: USATO,   standIn: suzuki}
              - {id: suzuki, name: {ja: 鈴木, en: Suzuki}, slack: USUZUKI}
              - {id: kato,   name: {ja: 加藤, en: Kato},   slack: UKATO,   standIn: ito}
              - {id: ito,    name: {ja: 伊藤, en: Ito},    slack: UITO}
              - {id: tanaka, name: {ja: 田中, en: Tanaka}, slack: UTANAKA}
            buttons:
              - {id: G1, person: sato,   place: {ja: 受付, en: Reception}, imsi: "440103000000001"}
              - {id: G2, person: kato,   place: {ja: 展示, en: Exhibits},  imsi: "440103000000002"}
              - {id: G3, person: tanaka, place: {ja: 商談, en: Meetings},  imsi: "440103000000003"}
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningSystem system;
    private static Booth booth;

    @BeforeAll
    static void up() throws IOException {
        Path roster = Files.writeString(home.resolve("roster.yaml"), ROSTER);
        system = RunningSystem.up(
                home,
                Map.of(
                        "YOBIDASHI_ROSTER",
                        roster.toString(),
                        "YOBIDASHI_LANG",
                        "en",
                        "YOBIDASHI_REMIND_AFTER",
                        "5m",
                        "YOBIDASHI_STAND_IN_AFTER",
                        "5m"));
        booth = new Booth(system);
    }

    @AfterAll
    static void down() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void buttons_replies_in_the_thread_and_emoji_answer_a_call_and_its_one_message_follows() {
        booth.press("G1");
        String call = awaitMessage("<@USATO>").path("ts").asText();

        booth.click("USATO", "ack", call);
        awaitPerson("sato", row -> row.path("by").asText().equals("sato"));
        awaitEdit(call, "Sato");

        booth.reply("USATO", "5分で行きます", call);
        JsonNode running = awaitPerson("sato", row -> row.path("eta").isNumber());
        assertThat(running.path("state").asText()).isEqualTo("running");
        assertThat(running.path("note").asText()).isEqualTo("5分で行きます");

        booth.click("USATO", "cannot", call);
        JsonNode mention = awaitMessage("<@USUZUKI>");
        assertThat(mention.path("thread_ts").asText()).isEqualTo(call);
        awaitPerson("sato", row -> row.path("state").asText().equals("calling"));

        booth.react("USUZUKI", "+1", call);
        awaitPerson("sato", row -> row.path("by").asText().equals("suzuki"));
        awaitEdit(call, "Suzuki");
    }

    @Test
    void who_does_not_want_to_be_disturbed_says_so_by_command_and_the_stand_in_is_asked() {
        booth.command("UKATO", "dnd 30m lunch");
        JsonNode away = awaitPerson("kato", row -> row.path("state").asText().equals("dnd"));
        assertThat(away.path("dnd").path("reason").asText()).isEqualTo("lunch");

        booth.press("G2");
        awaitMessage("<@UITO>");
        booth.command("UITO", "ok");
        awaitPerson("kato", row -> row.path("by").asText().equals("ito"));
        assertThat(booth.mentions("UKATO")).isZero();
    }

    @Test
    void a_long_press_is_a_test_that_calls_nobody() {
        booth.press("G3", "LONG");

        assertThat(awaitMessage("est").path("text").asText()).doesNotContain("<@", "<!");
        assertThat(person("tanaka").path("state").asText()).isEqualTo("idle");
    }

    private static JsonNode awaitMessage(String part) {
        await().atMost(Duration.ofSeconds(30)).until(() -> booth.messages().stream()
                .anyMatch(message -> message.path("text").asText().contains(part)));
        return booth.messages().stream()
                .filter(message -> message.path("text").asText().contains(part))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitEdit(String ts, String part) {
        await().atMost(Duration.ofSeconds(30)).until(() -> booth.messages().stream()
                .anyMatch(message -> message.path("ts").asText().equals(ts)
                        && message.has("edited")
                        && message.path("text").asText().contains(part)));
    }

    private static JsonNode awaitPerson(String id, Predicate<JsonNode> expected) {
        await().atMost(Duration.ofSeconds(30)).until(() -> expected.test(person(id)));
        return person(id);
    }

    private static JsonNode person(String id) {
        for (JsonNode person : Http.get(system.board("/api/people")).json().path("people")) {
            if (person.path("id").asText().equals(id)) {
                return person;
            }
        }
        throw new AssertionError(id + " is not on the board");
    }
}
