package io.yobidashi.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.rules.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({"500ms, 500", "2s, 2000", "5m, 300000", "1h, 3600000", "' 7s ', 7000"})
    void durations_have_units(String value, long millis) {
        assertThat(with("X", value).duration("X", Duration.ZERO)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5 minutes", "-5m", "m", "1d", "9999999999s", "5m5s"})
    void a_senseless_duration_is_refused_by_name(String value) {
        assertThatThrownBy(() -> with("YOBIDASHI_REMIND_AFTER", value).policy())
                .isInstanceOf(BadSettingException.class)
                .hasMessageContaining("YOBIDASHI_REMIND_AFTER is '" + value + "'")
                .message()
                .hasLineCount(1);
    }

    @Test
    void what_is_not_set_or_blank_has_its_default() {
        assertThat(with("YOBIDASHI_CALLING_TIMEOUT", " ").policy()).isEqualTo(Policy.DEFAULT);
        assertThat(with("X", "y").flag("YOBIDASHI_INSECURE")).isFalse();
        assertThat(with("X", "y").text("Z", "default")).isEqualTo("default");
    }

    @Test
    void a_call_that_may_not_last_is_refused() {
        assertThatThrownBy(() -> with("YOBIDASHI_CALLING_TIMEOUT", "0s").policy())
                .hasMessage("YOBIDASHI_CALLING_TIMEOUT is zero");
    }

    @Test
    void what_is_required_is_missed_by_name() {
        assertThatThrownBy(() -> with("X", "y").required("YOBIDASHI_ROSTER", "the file that names the people"))
                .hasMessage("YOBIDASHI_ROSTER is not set: the file that names the people");
    }

    @Test
    void a_flag_is_true_or_false_and_nothing_else() {
        assertThat(with("F", "true").flag("F")).isTrue();
        assertThatThrownBy(() -> with("F", "yes").flag("F")).hasMessageContaining("F is 'yes'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/secret", "host/secret", "http:/secret", "http://a b/secret", "//host/secret"})
    void an_address_must_be_one_and_is_not_repeated_since_it_may_hold_a_secret(String value) {
        assertThatThrownBy(() -> with("URL", value).httpAddress("URL"))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith("URL is no")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void an_address_is_read() {
        assertThat(with("URL", "https://hooks.example/T0").httpAddress("URL"))
                .hasToString("Optional[https://hooks.example/T0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "99999999999999999999", "80 81"})
    void a_port_is_a_number_from_0_to_65535(String value) {
        assertThatThrownBy(() -> with("YOBIDASHI_PORT_ACK", value).port("YOBIDASHI_PORT_ACK"))
                .hasMessage("YOBIDASHI_PORT_ACK is '" + value + "', no port from 0 to 65535");
    }

    @Test
    void a_port_may_be_any_free_one_or_not_be_set() {
        assertThat(with("P", "0").port("P")).hasValue(0);
        assertThat(with("X", "y").port("P")).isEmpty();
    }

    @Test
    void the_language_is_one_of_two() {
        assertThat(with("X", "y").language()).isEqualTo(Language.JA);
        assertThat(with("YOBIDASHI_LANG", "en").language()).isEqualTo(Language.EN);
        assertThatThrownBy(() -> with("YOBIDASHI_LANG", "de").language())
                .hasMessage("YOBIDASHI_LANG is 'de', neither ja nor en");
    }

    @Test
    void a_clock_may_be_shifted_both_ways() {
        assertThat(with("O", "-90s").offset("O")).isEqualTo(Duration.ofSeconds(-90));
        assertThat(with("O", "90s").offset("O")).isEqualTo(Duration.ofSeconds(90));
        assertThat(with("X", "y").offset("O")).isEqualTo(Duration.ZERO);
    }

    private static Settings with(String name, String value) {
        return new Settings(asked -> Optional.ofNullable(Map.of(name, value).get(asked)));
    }
}
