package io.yobidashi.ack.reply;

import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.LocalName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.telling.SlackMarkup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words and names in the language that is spoken. Names and notes come out escaped. */
record Wording(Language language) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M/d HH:mm", Locale.ROOT);

    String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }

    String name(LocalName name) {
        return SlackMarkup.escaped(language.of(name));
    }

    /** By name where the roster knows them, else as the shadow has them. */
    String name(Roster roster, String person) {
        return roster.person(person).map(Person::name).map(this::name).orElse(SlackMarkup.escaped(person));
    }

    String place(Roster roster, String button) {
        return roster.button(button).map(known -> name(known.place())).orElse(SlackMarkup.escaped(button));
    }

    /** In brackets; nothing where there is none. */
    String noted(@Nullable String note) {
        if (note == null) {
            return "";
        }
        return say("（" + SlackMarkup.escaped(note) + "）", " (" + SlackMarkup.escaped(note) + ")");
    }

    /** With the day, where it is not that of {@code now}. */
    static String time(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY_AND_TIME).format(at.atZone(zone));
    }
}
