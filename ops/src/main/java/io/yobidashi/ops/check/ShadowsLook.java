package io.yobidashi.ops.check;

import io.yobidashi.aws.shadow.IotShadows;
import io.yobidashi.aws.wiring.IotClients;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.said.Wording;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Everybody's device shadow, by reading it. One that is missing is fine: the first call creates it. */
final class ShadowsLook {
    private final Settings settings;
    private final Clock clock;
    private final Wording wording;

    ShadowsLook(Settings settings, Clock clock, Wording wording) {
        this.settings = settings;
        this.clock = clock;
        this.wording = wording;
    }

    Looked look(Roster roster) {
        List<Finding> findings = new ArrayList<>();
        Set<String> unreadable = new HashSet<>();
        try (IotDataPlaneClient client = IotClients.create(settings)) {
            IotShadows shadows = new IotShadows(client, clock);
            for (Person person : roster.people()) {
                if (!isReadable(shadows, person)) {
                    unreadable.add(person.id());
                    findings.add(Finding.bad(wording.say(
                            "シャドウ: " + person.id() + "の内容が読めません（ほかのプログラムが書いています）",
                            "Shadows: that of " + person.id() + " can't be read: something else writes it")));
                }
            }
        } catch (DependencyAwayException e) {
            return new Looked(
                    List.of(Finding.bad(wording.say("シャドウ: AWS IoTに届きません: ", "Shadows: AWS IoT is out of reach: ")
                            + DependencyAwayException.reason(e))),
                    roster.people().stream().map(Person::id).collect(Collectors.toSet()));
        }
        int readable = roster.people().size() - unreadable.size();
        if (readable > 0) {
            findings.add(Finding.good(
                    wording.say("シャドウ: " + readable + "人分が読めます", "Shadows: " + readable + " can be read")));
        }
        return new Looked(findings, unreadable);
    }

    private static boolean isReadable(IotShadows shadows, Person person) {
        try {
            shadows.read(person.id());
            return true;
        } catch (UnreadableShadowException e) {
            return false;
        }
    }
}
