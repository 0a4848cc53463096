package io.yobidashi.ops.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.said.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorsLookTest {
    private static final Wording EN = new Wording(Language.EN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    YOBIDASHI_BEAM_SECRET           | ✓ Presses: Beam signature
                    YOBIDASHI_PRESS_TOKEN           | ✓ Presses: bearer token
                                                    | ✗ Presses: set YOBIDASHI_BEAM_SECRET or YOBIDASHI_PRESS_TOKEN
                    YOBIDASHI_INSECURE              | ! Presses: open without any secret
                    YOBIDASHI_INSECURE              | ! YOBIDASHI_INSECURE=true: anybody may press and answer
                    YOBIDASHI_SLACK_SIGNING_SECRET  | ✓ Answers: signed by the Slack app (buttons, commands, messages, emoji)
                    YOBIDASHI_SLACK_OUTGOING_TOKEN  | ✓ Answers: token of the outgoing webhook
                                                    | ✗ Answers: set YOBIDASHI_SLACK_SIGNING_SECRET or YOBIDASHI_SLACK_OUTGOING_TOKEN
                    """)
    void each_door_is_told_with_what_opens_it(String set, String line) {
        assertThat(new DoorsLook(settings(set), EN).look().findings())
                .extracting(Finding::line)
                .contains(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    YOBIDASHI_SLACK_WEBHOOK_URL | ! Slack: by an incoming webhook nothing can be looked at without a message
                                                | ✗ Slack: set YOBIDASHI_SLACK_BOT_TOKEN or YOBIDASHI_SLACK_WEBHOOK_URL
                    """)
    void without_a_bot_slack_can_not_be_asked(String set, String line) {
        Looked looked = SlackLook.of(settings(set), EN).look(roster());

        assertThat(looked.findings()).extracting(Finding::line).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "true,✓ Door (B) → Sato → <!here>",
        "false,'! Door (B) → Sato → <!here>: without an imsi and YOBIDASHI_PRESS_TOKEN, only an AWS IoT rule can press it'"
    })
    void a_button_without_a_sim_needs_the_token(boolean tokens, String line) {
        assertThat(new ButtonsLook(EN, tokens).look(roster(), Set.of()))
                .extracting(Finding::line)
                .containsExactly(line);
    }

    @Test
    void the_summary_counts() {
        List<Finding> findings = List.of(Finding.bad("a"), Finding.warning("b"), Finding.warning("c"));

        assertThat(new Report(EN, findings).lines()).containsExactly("✗ a", "! b", "! c", "1 problem, 2 warnings.");
        assertThat(new Report(new Wording(Language.JA), findings).lines()).endsWith("問題が1件あります（注意 2件）。");
    }

    private static Roster roster() {
        return new Roster(
                "C0",
                "<!here>",
                List.of(new Person("sato", new LocalName("佐藤", "Sato"), "USATO", null)),
                List.of(new Button("B", "sato", new LocalName("扉", "Door"), null)));
    }

    private static Settings settings(String set) {
        Map<String, String> values = Arrays.stream(
                        Optional.ofNullable(set).orElse("").split(" "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toMap(
                        name -> name,
                        name -> name.endsWith("INSECURE")
                                ? "true"
                                : name.endsWith("URL") ? "http://localhost/x" : "SECRET"));
        return new Settings(name -> Optional.ofNullable(values.get(name)));
    }
}
