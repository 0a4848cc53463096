package io.yobidashi.ack.answer;

import io.yobidashi.core.message.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a call as it was written: "ok …", "行きます…", "no …", "行けません…" and their kin. Pure.
 *
 * @param kind {@code OK} or {@code CANNOT}
 * @param note what stands beside the word, on one line and of at most 140 characters; the whole text where the word
 *     stands in the midst of it; absent where there is the word alone
 */
public record AnswerText(Answer.Kind kind, @Nullable String note) {
    /** Nobody says today when they come tomorrow. */
    private static final Duration FARTHEST = Duration.ofHours(12);

    /** The end, or what can't go on a word: a space, punctuation, a symbol, Japanese. So "okinawa" is none. */
    private static final String END = "$|[ \\p{P}\\p{S}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";

    /** What people put before "行きます": excuses, haste, and the time that they need. Bounded, so that no text takes long. */
    private static final String LEAD =
            "(?<lead>(?:(?:はい|了解(?:です|しました)?|すみません|ごめん(?:なさい)?|sorry|今すぐ|すぐに?|今から|今は?|いま(?:から|は)?"
                    + "|これから|ちょっと|あと|約|\\d{1,4}(?: ?(?:分|秒|時間半?|:\\d\\d|時半?|mins?|minutes?)){1,4}(?:ほど|くらい|ぐらい)?(?:で|に|後に?)?)[ 、,。.!]*+){0,6}+)";

    private static final String COMING = "(?:(?:行きます|いきます|向かいます|むかいます|伺います)(?!か)|(?:on my way|omw)(?![a-z]))";
    private static final String NOT_COMING =
            "(?:(?:行けません|いけません|行けない|行きません|無理(?:です)?)(?!か)|(?:can['’]?t|cannot)(?![a-z]))";

    private static final Pattern OK = pattern("ok(?=[\\p{Nd}]|" + END + ")(?<rest>.*)");
    private static final Pattern NO = pattern(
            "no(?![-.]\\w)(?! (?:problem|problems|worries|need|idea|one|way|more)\\b)(?=" + END + ")(?<rest>.*)");
    private static final Pattern YES_IN_WORDS = pattern(LEAD + COMING + "(?<rest>.*)");
    private static final Pattern NO_IN_WORDS = pattern(LEAD + NOT_COMING + "(?<rest>.*)");

    /** What separates the word from its note; the colon of an emoji such as {@code :run:} belongs to the note. */
    private static final Pattern SEPARATORS = Pattern.compile("^(?:(?!:[\\w+-]+:)[ ,.!?;:、。・~〜/-])+");

    /**
     * Reads what Slack delivers as the text of a message: {@code &}, {@code <} and {@code >} are escaped.
     *
     * @return empty for a text that is no answer
     */
    public static Optional<AnswerText> of(String slackText) {
        return read(PlainText.of(slackText));
    }

    /** @param text as {@link PlainText} has it */
    static Optional<AnswerText> read(String text) {
        return beside(OK, text, Answer.Kind.OK)
                .or(() -> beside(NO, text, Answer.Kind.CANNOT))
                .or(() -> around(YES_IN_WORDS, text, Answer.Kind.OK))
                .or(() -> around(NO_IN_WORDS, text, Answer.Kind.CANNOT));
    }

    /** When the author expects to arrive, as far as the note tells; at most 12 hours after it was written. */
    public Optional<Instant> eta(Instant at, ZoneId zone) {
        return Optional.ofNullable(kind == Answer.Kind.OK ? note : null)
                .flatMap(Times::in)
                .map(when -> when.from(at, zone))
                .filter(eta -> !eta.isAfter(at.plus(FARTHEST)));
    }

    private static Optional<AnswerText> beside(Pattern word, String text, Answer.Kind kind) {
        Matcher matcher = word.matcher(text);
        return matcher.matches() ? Optional.of(new AnswerText(kind, note(matcher.group("rest")))) : Optional.empty();
    }

    private static Optional<AnswerText> around(Pattern words, String text, Answer.Kind kind) {
        Matcher matcher = words.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group("rest");
        boolean apart = rest.isEmpty() || SEPARATORS.matcher(rest).lookingAt();
        boolean alone = matcher.group("lead").isEmpty() && apart;
        return Optional.of(new AnswerText(kind, alone ? note(rest) : PlainText.cut(text)));
    }

    private static @Nullable String note(String rest) {
        String note = SEPARATORS.matcher(rest).replaceFirst("").strip();
        return note.isEmpty() ? null : PlainText.cut(note);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
