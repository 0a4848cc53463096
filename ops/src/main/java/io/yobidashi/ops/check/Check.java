package io.yobidashi.ops.check;

import io.yobidashi.aws.wiring.CommonSettings;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.said.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Looks at everything that lies on the way of a call, from the button to whoever is asked, all parts at the same time.
 * Nothing is posted or changed. What is away costs one time limit of 5 s, not one for each person.
 */
final class Check {
    private final Settings settings;
    private final Clock clock;
    private final Wording wording;

    /** @throws BadSettingException for a language that there is not */
    Check(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.wording = new Wording(settings.language());
    }

    Report report() {
        List<Finding> findings = new ArrayList<>();
        try {
            CommonSettings.check(settings);
            Roster roster = CommonSettings.roster(settings).read();
            findings.add(Finding.good(wording.say(
                    "名簿: " + roster.people().size() + "人、ボタン" + roster.buttons().size() + "個",
                    "Roster: " + roster.people().size() + " people, "
                            + roster.buttons().size() + " buttons")));
            findings.addAll(way(roster));
        } catch (BadSettingException e) {
            findings.add(Finding.bad(String.valueOf(e.getMessage())));
        }
        return new Report(wording, findings);
    }

    private List<Finding> way(Roster roster) {
        DoorsLook doors = new DoorsLook(settings, wording);
        List<CompletableFuture<Looked>> looks = List.of(
                later(doors::look),
                later(() -> new QueuesLook(settings, wording).look(roster)),
                later(() -> new ShadowsLook(settings, clock, wording).look(roster)),
                later(() -> SlackLook.of(settings, wording).look(roster)));
        List<Finding> findings = new ArrayList<>();
        Set<String> unreachable = new HashSet<>();
        looks.stream().map(CompletableFuture::join).forEach(looked -> {
            findings.addAll(looked.findings());
            unreachable.addAll(looked.unreachable());
        });
        findings.addAll(new ButtonsLook(wording, doors.takesTokens()).look(roster, unreachable));
        return findings;
    }

    private static CompletableFuture<Looked> later(Supplier<Looked> look) {
        return CompletableFuture.supplyAsync(look, task -> new Thread(task, "check").start());
    }
}
