package io.yobidashi.ack.answer;

import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import io.yobidashi.core.telling.SlackMarkup;
import java.util.Optional;

/**
 * What is said at once to whoever answered: what was understood, and what is expected to come of it. The answer itself
 * is decided later, by the shadow as it is then. Pure.
 */
public final class ReplyTexts {
    private final Rosters rosters;
    private final Language language;

    public ReplyTexts(Rosters rosters, Language language) {
        this.rosters = rosters;
        this.language = language;
    }

    /** @param row the author's own row as it was just read; empty where it could not be read in time */
    public String taken(Person author, AnswerText answer, Optional<PersonStatus> row) {
        String note = answer.note() == null ? "" : noted(SlackMarkup.escaped(answer.note()));
        return row.map(status -> expected(author, note, status))
                .orElseGet(() -> say("受け付けました" + note + "。", "Taken" + note + "."));
    }

    /** To somebody who is not in the roster. */
    public String stranger() {
        return say(
                "すみません、名簿にない方の返信は受け付けられません。担当者に登録を頼んでください。",
                "Sorry, you are not on the roster, so this answers no call. Please ask to be added.");
    }

    private String expected(Person author, String note, PersonStatus status) {
        Optional<Call> call = status.openCall();
        if (call.isEmpty()) {
            return say(
                    "受け付けました" + note + "。いまご自身への呼び出しはありません。代わりに呼ばれている呼び出しがあれば、その返事になります。",
                    "Taken" + note + ". Nobody is calling you; a call that you were asked to take over is answered.");
        }
        Response coming = call.get().response();
        if (coming == null) {
            return say(name(author) + "さんが向かいます" + note + "。", name(author) + " is on the way" + note + ".");
        }
        return coming.by().equals(author.id())
                ? say(name(author) + "さんの返事を更新します" + note + "。", "Updated for " + name(author) + note + ".")
                : anotherComes(coming);
    }

    private String anotherComes(Response coming) {
        String by = rosters.current().person(coming.by()).map(this::name).orElse(SlackMarkup.escaped(coming.by()));
        return say("すでに" + by + "さんが向かっています。", by + " is on the way already.");
    }

    private String noted(String note) {
        return language == Language.JA ? "（" + note + "）" : " (" + note + ")";
    }

    private String name(Person person) {
        return SlackMarkup.escaped(language.of(person.name()));
    }

    private String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }
}
