package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.telling.SlackMarkup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** People, places and times as Slack is told of them: names are escaped and mention nobody. */
record Names(Roster roster, Language language) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    String place(String button) {
        return SlackMarkup.escaped(
                roster.button(button).map(Button::place).map(language::of).orElse(button));
    }

    String person(String id) {
        return SlackMarkup.escaped(
                roster.person(id).map(Person::name).map(language::of).orElse(id));
    }

    /** A person's name, or the word for everybody. */
    String asked(String idOrGroup) {
        if (!idOrGroup.equals(Asked.GROUP)) {
            return person(idOrGroup);
        }
        return language == Language.JA ? "全員" : "everyone";
    }

    /** What does mention: the person, or the roster's group. */
    String mention(String idOrGroup) {
        return idOrGroup.equals(Asked.GROUP)
                ? roster.group()
                : SlackMarkup.mention(
                        roster.person(idOrGroup).map(Person::slack).orElse(idOrGroup));
    }

    /** Free text by somebody; empty for none. */
    String text(Optional<String> text) {
        return text.map(SlackMarkup::escaped).orElse("");
    }

    /** Slack shows it in the time zone of each reader (its page on formatting dates); the rest is for the others. */
    String time(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{time}|" + UTC.format(at) + ">";
    }
}
