package io.yobidashi.aws.roster;

import io.yobidashi.core.hours.WorkingHours;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.core.testing.Mutants;
import io.yobidashi.core.testing.Parsing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What operators write, and what slips of the hand make of it. */
class RosterFuzzTest {
    private static final RosterFile FILE =
            new RosterFile(Path.of("roster.yaml"), new Terms(Policy.DEFAULT, WorkingHours.always(ZoneOffset.UTC)));
    private static final List<String> ROSTERS = List.of("""
            channel: C0BOOTH
            group: "<!here>"
            zone: Asia/Tokyo
            timeouts: {calling: 4m, remindAfter: 20s}
            people:
              - {id: sato, name: {ja: 佐藤, en: Sato}, slack: USATO, standIn: suzuki}
              - id: suzuki
                name: {ja: 鈴木, en: Suzuki}
                slack: USUZUKI
                standIn: nobody
                hours: {mon-thu: "09:00-12:00, 13:00-18:00", fri-sun: "22:00-02:00"}
            buttons:
              - {id: b1, person: sato, place: {ja: 受付, en: Reception}, imsi: "440103000000001"}
            """, """
            channel: &c C0
            group: *c
            people: [{id: a, name: {ja: "\\u3042", en: 'A'}, slack: U1, hours: "00:00-24:00"}]
            buttons: []
            """);
    private static final List<String> VALUES = List.of(
            "500ms", "2s", "-5m", "1h", "true", "8080", "https://hooks.slack.com/services/T0/B0/x", "ja", "[::1]");

    @Property(shrinking = ShrinkingMode.OFF)
    void rosters_are_read_or_refused(@ForAll("rosters") String yaml) {
        Parsing.refusesOnlyBy(BadSettingException.class, () -> FILE.parse(yaml));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void settings_are_read_or_refused(@ForAll("values") String value) {
        Settings settings = new Settings(name -> Optional.of(value));
        List.<Runnable>of(
                        () -> settings.duration("A", Duration.ZERO),
                        () -> settings.positive("A", Duration.ZERO),
                        () -> settings.offset("A"),
                        () -> settings.flag("A"),
                        () -> settings.port("A"),
                        () -> settings.httpAddress("A"),
                        settings::language,
                        settings::policy)
                .forEach(setting -> Parsing.refusesOnlyBy(BadSettingException.class, setting));
    }

    @Provide
    Arbitrary<String> rosters() {
        return Arbitraries.randomValue(random -> Mutants.text(random, ROSTERS));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.randomValue(random -> Mutants.text(random, VALUES));
    }
}
