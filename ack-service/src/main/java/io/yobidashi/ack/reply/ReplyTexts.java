package io.yobidashi.ack.reply;

import io.yobidashi.ack.answer.AnswerText;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said at once to whoever answered: what was understood, and what is expected to come of it. The answer itself
 * is decided later, by the shadow as it is then. Pure.
 */
public final class ReplyTexts {
    private final Wording wording;

    public ReplyTexts(Language language) {
        this.wording = new Wording(language);
    }

    /** An author and what they wrote, by the roster in force. */
    public record Said(Roster roster, Person author, AnswerText text) {}

    /**
     * Where nothing can be said later.
     *
     * @param row the author's own row as it was just read; empty where it could not be read in time
     */
    public String once(Said said, Optional<PersonStatus> row) {
        return row.map(status -> expected(said, status)).orElseGet(() -> taken(said));
    }

    /** Where what is decided otherwise is said later: nothing that may turn out wrong. */
    public String first(Said said, Optional<PersonStatus> row) {
        return row.filter(status -> isTheirs(said.author(), status))
                .map(status -> expected(said, status))
                .orElseGet(() -> taken(said));
    }

    /** To somebody who is not in the roster. */
    public String stranger() {
        return wording.say(
                "すみません、名簿にない方の返信は受け付けられません。担当者に登録を頼んでください。",
                "Sorry, you are not on the roster, so this answers no call. Please ask to be added.");
    }

    /** The author is the one who is coming, or the one who is asked and nobody is coming yet. */
    private static boolean isTheirs(Person author, PersonStatus row) {
        return row.openCall()
                .filter(call -> comes(call) == null
                        ? call.asked().lastPerson().filter(author.id()::equals).isPresent()
                        : author.id().equals(comes(call)))
                .isPresent();
    }

    private static @Nullable String comes(Call call) {
        Response response = call.response();
        return response == null ? null : response.by();
    }

    private String expected(Said said, PersonStatus status) {
        Optional<Call> call = status.openCall();
        String note = wording.noted(said.text().note());
        if (call.isEmpty()) {
            return wording.say(
                    "受け付けました" + note + "。いまご自身への呼び出しはありません。ほかに呼び出しがあれば、その返事になります。",
                    "Taken" + note + ". Nobody is calling you; an open call of somebody else is answered.");
        }
        String coming = comes(call.get());
        if (coming != null && !coming.equals(said.author().id())) {
            String by = wording.name(said.roster(), coming);
            return wording.say("すでに" + by + "さんが向かっています。", by + " is on the way already.");
        }
        if (said.text().kind() == Answer.Kind.CANNOT) {
            return wording.say("わかりました。ほかの人を呼びます。", "All right, somebody else is asked.");
        }
        String name = wording.name(said.author().name());
        return coming == null
                ? wording.say(name + "さんが向かいます" + note + "。", name + " is on the way" + note + ".")
                : wording.say(name + "さんの返事を更新します" + note + "。", "Updated for " + name + note + ".");
    }

    private String taken(Said said) {
        String note = wording.noted(said.text().note());
        return wording.say("受け付けました" + note + "。", "Taken" + note + ".");
    }
}
