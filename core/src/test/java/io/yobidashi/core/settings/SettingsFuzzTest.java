package io.yobidashi.core.settings;

import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever an operator writes is taken or refused by the one line that a start ends with. */
class SettingsFuzzTest {
    private static final List<Consumer<Settings>> READERS = List.of(
            settings -> settings.duration("X", Duration.ZERO),
            settings -> settings.positive("X", Duration.ofSeconds(1)),
            settings -> settings.offset("X"),
            settings -> settings.flag("X"),
            settings -> settings.port("X"),
            settings -> settings.httpAddress("X"),
            Settings::slackApi,
            Settings::language,
            Settings::policy);
    private static final List<String> VALUES =
            List.of("500ms", "2s", "5m", "1h", "-90s", "true", "8080", "http://localhost:8090/slack/api/", "ja");

    @Property(tries = 2_500, shrinking = ShrinkingMode.OFF)
    void settings_are_taken_or_refused(@ForAll("values") String value, @ForAll("readers") Consumer<Settings> reader) {
        Settings settings = new Settings(name -> Optional.of(value));
        Parsing.refusesOnlyBy(BadSettingException.class, () -> reader.accept(settings));
    }

    @Provide
    Arbitrary<Consumer<Settings>> readers() {
        return Arbitraries.of(READERS);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.randomValue(random -> Mutants.text(random, VALUES));
    }
}
