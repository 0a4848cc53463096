package io.yobidashi.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AckSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "YOBIDASHI_SLACK_OUTGOING_TOKEN, t0k3n",
        "YOBIDASHI_SLACK_SIGNING_SECRET, s3cr3t",
        "YOBIDASHI_INSECURE, true"
    })
    void one_secret_is_enough_or_the_will_to_have_none(String name, String value) {
        AckSettings settings = of(Map.of(name, value));
        assertThat(settings.language()).isEqualTo(Language.JA);
        assertThat(settings.slack().api()).isEqualTo(URI.create("https://slack.com/api/"));
    }

    @Test
    void secrets_are_not_printed() {
        assertThat(of(Map.of(
                        "YOBIDASHI_SLACK_OUTGOING_TOKEN",
                        "t0k3n",
                        "YOBIDASHI_SLACK_SIGNING_SECRET",
                        "s3cr3t",
                        "YOBIDASHI_SLACK_BOT_TOKEN",
                        "xoxb-1",
                        "YOBIDASHI_SLACK_API_URL",
                        "http://localhost:8090/slack/api")))
                .satisfies(settings -> {
                    assertThat(settings.slack().api()).isEqualTo(URI.create("http://localhost:8090/slack/api/"));
                    assertThat(settings.slack().botToken()).isEqualTo(Optional.of("xoxb-1"));
                })
                .asString()
                .doesNotContain("t0k3n", "s3cr3t", "xoxb-1");
    }

    @Test
    void what_is_missing_or_senseless_is_named() {
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(Map.of()))
                .withMessageStartingWith("YOBIDASHI_SLACK_SIGNING_SECRET is not set, nor is")
                .withMessageContaining("YOBIDASHI_SLACK_OUTGOING_TOKEN");
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(Map.of("YOBIDASHI_SLACK_OUTGOING_TOKEN", "t", "YOBIDASHI_LANG", "JA")))
                .withMessageStartingWith("YOBIDASHI_LANG is 'JA'");
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(Map.of("YOBIDASHI_SLACK_OUTGOING_TOKEN", "t", "YOBIDASHI_SLACK_API_URL", "x")))
                .withMessageStartingWith("YOBIDASHI_SLACK_API_URL");
    }

    private static AckSettings of(Map<String, String> environment) {
        return AckSettings.of(new Settings(name -> Optional.ofNullable(environment.get(name))));
    }
}
