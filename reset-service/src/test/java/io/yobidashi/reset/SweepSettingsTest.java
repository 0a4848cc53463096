package io.yobidashi.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepSettingsTest {

    @Test
    void withoutSettingsItSweepsEvery30SecondsAndLeavesTimers2Minutes() {
        assertThat(sweep(Map.of())).isEqualTo(new SweepSettings(Duration.ofSeconds(30), Duration.ofMinutes(2)));
    }

    @Test
    void bothCanBeSet() {
        assertThat(sweep(Map.of("YOBIDASHI_SWEEP_EVERY", "1s", "YOBIDASHI_SWEEP_GRACE", "0s")))
                .isEqualTo(new SweepSettings(Duration.ofSeconds(1), Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"YOBIDASHI_SWEEP_EVERY, 500ms", "YOBIDASHI_SWEEP_EVERY, often", "YOBIDASHI_SWEEP_GRACE, -1s"})
    void whatMakesNoSenseIsOneLineThatNamesTheSetting(String name, String value) {
        assertThatThrownBy(() -> sweep(Map.of(name, value)))
                .isInstanceOf(BadSettingException.class)
                .hasMessageStartingWith(name + " is ")
                .hasMessageNotContaining("\n");
    }

    private static SweepSettings sweep(Map<String, String> environment) {
        return SweepSettings.of(new Settings(name -> Optional.ofNullable(environment.get(name))));
    }
}
