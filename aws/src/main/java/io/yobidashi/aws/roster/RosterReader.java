package io.yobidashi.aws.roster;

import io.yobidashi.core.roster.BadRosterException;
import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.rules.Policy;
import io.yobidashi.core.rules.Terms;
import io.yobidashi.core.settings.Settings;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What the keys of a roster file mean. What a person's entry leaves out is as for everybody, and that as set. */
final class RosterReader {
    private static final String ZONE = "zone";
    private static final String TIMEOUTS = "timeouts";

    private final YamlMap file;
    private final Policy policy;
    private final ZoneId zone;

    /** @param byDefault what counts where the file says nothing */
    RosterReader(YamlMap file, Terms byDefault) {
        this.file = file.only("channel", "group", ZONE, TIMEOUTS, "people", "buttons");
        this.policy = policy(file, byDefault.policy());
        this.zone = zone(file, byDefault.hours().zone());
    }

    Roster roster() {
        String channel = file.text("channel");
        String group = file.text("group");
        List<Person> people = file.maps("people").stream().map(this::person).toList();
        List<Button> buttons =
                file.maps("buttons").stream().map(RosterReader::button).toList();
        return made(file, () -> new Roster(channel, group, people, buttons));
    }

    private Person person(YamlMap map) {
        map.only("id", "name", "slack", "standIn", ZONE, "hours", TIMEOUTS);
        String id = map.text("id");
        LocalName name = name(map.map("name"));
        String slack = map.text("slack");
        String standIn = map.textIfAny("standIn")
                .filter(named -> !named.equals(Person.NOBODY))
                .orElse(null);
        Terms terms = new Terms(policy(map, policy), HoursReader.read(map, "hours", zone(map, zone)));
        return made(map, () -> new Person(id, name, slack, standIn, terms));
    }

    private static Button button(YamlMap map) {
        // The last two are for the local cloud, whose virtual buttons send them.
        map.only("id", "person", "place", "imsi", "imei", "simId");
        String id = map.text("id");
        String person = map.text("person");
        LocalName place = name(map.map("place"));
        String imsi = map.textIfAny("imsi").orElse(null);
        return made(map, () -> new Button(id, person, place, imsi));
    }

    private static LocalName name(YamlMap map) {
        map.only("ja", "en");
        return new LocalName(words(map, "ja"), words(map, "en"));
    }

    private static String words(YamlMap map, String name) {
        String words = map.text(name);
        if (words.isBlank()) {
            throw map.bad(name, "is blank");
        }
        return words;
    }

    private static ZoneId zone(YamlMap map, ZoneId byDefault) {
        return map.textIfAny(ZONE)
                .map(name -> {
                    try {
                        return ZoneId.of(name);
                    } catch (DateTimeException e) {
                        throw map.bad(ZONE, "is '" + name + "', no zone such as Asia/Tokyo");
                    }
                })
                .orElse(byDefault);
    }

    private static Policy policy(YamlMap map, Policy byDefault) {
        return map.mapIfAny(TIMEOUTS)
                .map(timeouts -> {
                    timeouts.only("calling", "running", "remindAfter", "standInAfter", "groupAfter");
                    return new Policy(
                            duration(timeouts, "calling", byDefault.calling()),
                            duration(timeouts, "running", byDefault.running()),
                            duration(timeouts, "remindAfter", byDefault.remindAfter()),
                            duration(timeouts, "standInAfter", byDefault.standInAfter()),
                            duration(timeouts, "groupAfter", byDefault.groupAfter()));
                })
                .orElse(byDefault);
    }

    private static Duration duration(YamlMap map, String name, Duration byDefault) {
        return map.textIfAny(name)
                .map(text -> Settings.duration(text)
                        .filter(duration -> !duration.isZero())
                        .orElseThrow(() -> map.bad(name, "is '" + text + "', no duration such as 30s or 5m")))
                .orElse(byDefault);
    }

    /** What the entry says of itself that makes no sense has its place in the file. */
    private static <T> T made(YamlMap map, Supplier<T> entry) {
        try {
            return entry.get();
        } catch (BadRosterException e) {
            throw map.at(e.place(), String.valueOf(e.getMessage()));
        }
    }
}
