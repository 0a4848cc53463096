package io.yobidashi.call.slack;

import io.yobidashi.core.roster.Button;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Dnd;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.TestCall;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.telling.SlackMarkup;
import java.util.Objects;
import java.util.function.Function;

/** What is said in the channel. Only a mention mentions anybody. Pure. */
public final class SlackTexts implements Function<Notice, String> {
    private final Roster roster;
    private final Phrases phrases;

    public SlackTexts(Roster roster, Language language) {
        this.roster = roster;
        this.phrases = new Phrases(language);
    }

    @Override
    public String apply(Notice notice) {
        PersonStatus status = notice.status();
        return switch (notice.kind()) {
            case MENTION -> mention(status, Objects.requireNonNull(status.call()));
            case NOBODY_FREE -> phrases.nobodyFree(scene(status, Objects.requireNonNull(status.call())));
            case MISSED -> missed(status, Objects.requireNonNull(status.dnd()));
            case TEST -> test(status, Objects.requireNonNull(status.test()));
        };
    }

    private String mention(PersonStatus status, Call call) {
        Phrases.Scene scene = scene(status, call);
        String asked = call.asked().last();
        if (asked.equals(Asked.GROUP)) {
            return roster.group() + " " + phrases.groupAsked(scene);
        }
        String at = SlackMarkup.mention(roster.person(asked).map(Person::slack).orElse(asked)) + " ";
        if (!asked.equals(status.person())) {
            return at + phrases.askedInstead(scene);
        }
        return at + (isReminder(call) ? phrases.reminded(scene) : phrases.asked(scene));
    }

    /** Only one was asked, and that one was told before. With more, what was paid does not tell whom it went to. */
    private static boolean isReminder(Call call) {
        return call.asked().people().size() == 1 && call.ledger().accepted() > 0;
    }

    private String missed(PersonStatus status, Dnd dnd) {
        int presses = dnd.missed().ordered() - dnd.missed().accepted();
        String reason = dnd.reason() == null ? "" : SlackMarkup.escaped(dnd.reason());
        return phrases.missed(name(status.person()), reason, presses);
    }

    private String test(PersonStatus status, TestCall test) {
        return phrases.test(new Phrases.Scene(place(test.button()), name(status.person()), 1));
    }

    private Phrases.Scene scene(PersonStatus status, Call call) {
        return new Phrases.Scene(
                place(call.origin().button()),
                name(status.person()),
                call.progress().presses());
    }

    private String place(String button) {
        return SlackMarkup.escaped(roster.button(button)
                .map(Button::place)
                .map(phrases.language()::of)
                .orElse(button));
    }

    private String name(String person) {
        return SlackMarkup.escaped(roster.person(person)
                .map(Person::name)
                .map(phrases.language()::of)
                .orElse(person));
    }
}
