package io.yobidashi.ops.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.Queues;
import io.yobidashi.ops.Rig;
import io.yobidashi.ops.Rig.Done;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole check against real servers: what it says of a system that is in order, and of each thing that is not. */
class CheckTest {
    private static Rig rig;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        rig = new Rig();
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void order() {
        rig.reset();
        rig.roster(folder, Rig.ROSTER);
    }

    @Test
    void of_a_system_in_order_every_button_reaches_somebody() {
        String before = rig.chat();

        Done report = rig.run("check");

        assertThat(report.code()).isZero();
        assertThat(report.lines())
                .allMatch(line -> !line.startsWith("✗") && !line.startsWith("!"))
                .contains(
                        "✓ Roster: 2 people, 2 buttons",
                        "✓ Presses: Beam signature, bearer token",
                        "✓ Answers: signed by the Slack app (buttons, commands, messages, emoji)",
                        "✓ yobidashi-presses: 0 waiting, 0 delayed",
                        "✓ yobidashi-reminders-dlq: empty",
                        "✓ Shadows: 2 can be read",
                        "✓ Slack: yobidashi @ Yobidashi",
                        "✓ Sato (USATO): @sato",
                        "✓ Reception (G1) → Sato → Suzuki → <!here>",
                        "✓ Exhibits (G2) → Suzuki → <!here>")
                .anyMatch(line -> line.startsWith("✓ Channel C0BOOTH: #"))
                .endsWith("No problem found.")
                .noneMatch(line -> line.contains("SECRET") || line.contains("xoxb"));
        assertThat(rig.chat()).as("nothing is said in the channel").isEqualTo(before);
    }

    @Test
    void it_speaks_japanese_too() {
        rig.set("YOBIDASHI_LANG", "ja");

        assertThat(rig.run("check").lines())
                .contains("✓ 名簿: 2人、ボタン2個", "✓ 受付 (G1) → 佐藤 → 鈴木 → <!here>", "問題は見つかりませんでした。");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    slack: USATO     | slack: UNOBODY  | ✗ Sato (UNOBODY): user_not_found   | ✗ Reception (G1) → Sato → Suzuki → <!here>: the person in charge can't be called
                    slack: USUZUKI   | slack: UNOBODY  | ✗ Suzuki (UNOBODY): user_not_found | ! Reception (G1) → Sato → Suzuki → <!here>: Suzuki can't be called
                    channel: C0BOOTH | channel: C0GONE | ✗ Channel C0GONE: channel_not_found | ✗ Exhibits (G2) → Suzuki → <!here>: the person in charge can't be called
                    """)
    void who_or_what_is_not_on_slack_is_named_and_so_is_whom_it_leaves_alone(
            String there, String gone, String finding, String consequence) {
        rig.roster(folder, Rig.ROSTER.replace(there, gone));

        Done report = rig.run("check");

        assertThat(report.code()).isEqualTo(1);
        assertThat(report.lines()).contains(finding, consequence);
    }

    @Test
    void a_roster_that_makes_no_sense_is_told_with_its_line() {
        rig.roster(folder, Rig.ROSTER.replace("standIn: suzuki", "standIn: nemo"));

        assertThat(rig.run("check").lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("✗ YOBIDASHI_ROSTER names")
                .contains("line 4", "nemo");
    }

    @Test
    void an_archived_channel_is_told() {
        rig.put("/slack/channels/C0BOOTH", "{\"archived\":true}");
        try {
            assertThat(rig.run("check").lines()).contains("✗ Channel C0BOOTH: it is archived");
        } finally {
            rig.put("/slack/channels/C0BOOTH", "{\"archived\":false}");
        }
    }

    @Test
    void somebody_whose_account_was_closed_is_told() {
        rig.put("/slack/users/USUZUKI", "{\"deleted\":true}");
        try {
            assertThat(rig.run("check").lines())
                    .contains(
                            "✗ Suzuki (USUZUKI): has left, or is no human",
                            "! Reception (G1) → Sato → Suzuki → <!here>: Suzuki can't be called");
        } finally {
            rig.put("/slack/users/USUZUKI", "{\"deleted\":false}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auth.test,          token_revoked, ✗ Slack: token_revoked",
        "conversations.info, missing_scope, ! Channel C0BOOTH: can't be looked at without the scope channels:read",
        "users.info,         missing_scope, ! Sato (USATO): can't be looked at without the scope users:read"
    })
    void what_slack_does_not_let_us_see_is_told(String route, String error, String line) {
        rig.cloud()
                .faults()
                .set(
                        "slack",
                        "{\"rules\":[{\"route\":\"" + route + "\",\"kind\":\"status\",\"error\":\"" + error
                                + "\",\"status\":200}]}");

        assertThat(rig.run("check").lines()).contains(line);
    }

    @Test
    void what_is_out_of_reach_is_one_line_for_each_cloud() {
        rig.cloud().faults().set("slack", away());
        rig.cloud().faults().set("sqs", away());
        rig.cloud().faults().set("iot", away());

        Done report = rig.run("check");

        assertThat(report.code()).isEqualTo(1);
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("✗ Slack is out of reach: "))
                .anyMatch(line -> line.startsWith("✗ Queues: SQS is out of reach: "))
                .anyMatch(line -> line.startsWith("✗ Shadows: AWS IoT is out of reach: "))
                .endsWith("5 problems.");
    }

    @Test
    void dead_letters_and_a_queue_that_is_missing_are_told() {
        try (Queues queues = new Queues(rig.cloud().endpoints().sqs())) {
            queues.moveToDeadLetters(QueueName.ACKS, "?");
            queues.delete("yobidashi-resets");
            try {
                assertThat(rig.run("check").lines())
                        .contains(
                                "! yobidashi-acks-dlq: 1 messages that could not be understood",
                                "✗ yobidashi-resets: there is no such queue",
                                "✗ Reception (G1) → Sato → Suzuki → <!here>: the person in charge can't be called");
                queues.create("yobidashi-resets");
                assertThat(rig.run("check").lines())
                        .contains("! yobidashi-resets: 0 waiting, 0 delayed. It has no redrive policy");
            } finally {
                queues.take("yobidashi-acks-dlq");
            }
        }
    }

    @Test
    void a_shadow_that_something_else_writes_is_told() {
        URI shadow = rig.address("/things/suzuki/shadow");
        rig.post(shadow, "{\"state\":{\"reported\":{\"schema\":1,\"state\":\"asleep\"}}}");
        try {
            assertThat(rig.run("check").lines())
                    .contains(
                            "✗ Shadows: that of suzuki can't be read: something else writes it",
                            "✓ Shadows: 1 can be read",
                            "! Reception (G1) → Sato → Suzuki → <!here>: Suzuki can't be called");
        } finally {
            rig.post(shadow, "{\"state\":{\"reported\":null}}");
        }
    }

    private static String away() {
        return "{\"rules\":[{\"route\":\"*\",\"kind\":\"away\",\"seconds\":300}]}";
    }
}
