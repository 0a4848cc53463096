package io.yobidashi.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AckSettingsTest {
    @Test
    void the_token_is_enough() {
        assertThat(of(Map.of("YOBIDASHI_SLACK_OUTGOING_TOKEN", "t0k3n")))
                .isEqualTo(new AckSettings("t0k3n", Language.JA))
                .asString()
                .doesNotContain("t0k3n");
        assertThat(of(Map.of("YOBIDASHI_SLACK_OUTGOING_TOKEN", "t0k3n", "YOBIDASHI_LANG", "en"))
                        .language())
                .isEqualTo(Language.EN);
    }

    @Test
    void what_is_missing_or_senseless_is_named() {
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(Map.of()))
                .withMessageStartingWith("YOBIDASHI_SLACK_OUTGOING_TOKEN is not set");
        assertThatExceptionOfType(BadSettingException.class)
                .isThrownBy(() -> of(Map.of("YOBIDASHI_SLACK_OUTGOING_TOKEN", "t", "YOBIDASHI_LANG", "JA")))
                .withMessageStartingWith("YOBIDASHI_LANG is 'JA'");
    }

    private static AckSettings of(Map<String, String> environment) {
        return AckSettings.of(new Settings(name -> Optional.ofNullable(environment.get(name))));
    }
}
