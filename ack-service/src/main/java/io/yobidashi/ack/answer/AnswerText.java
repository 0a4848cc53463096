package io.yobidashi.ack.answer;

import io.yobidashi.core.telling.SlackMarkup;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An "ok" as it was written.
 *
 * @param note what stands beside it, on one line and of at most {@value #MAX_NOTE} characters; absent where nothing does
 */
public record AnswerText(@Nullable String note) {
    /** As much as a board shows. */
    static final int MAX_NOTE = 140;

    /**
     * "ok" in any case, then the end, or what can't go on a word: a space, a digit, punctuation, a symbol, Japanese. So
     * "okinawa" is none.
     */
    private static final Pattern OK = Pattern.compile(
            "\\s*ok(?=$|[\\s\\p{Z}\\p{Nd}\\p{P}\\p{S}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー])(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What separates "ok" from its note; the colon of an emoji such as {@code :run:} belongs to the note. */
    private static final Pattern SEPARATORS = Pattern.compile("^(?:(?!:[\\w+-]+:)[\\s\\p{Z},.!?;:、。・~〜/-])+");

    /** Line breaks, tabs and their kin. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** Controls, and what turns the direction of the text after it. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * Reads what Slack delivers as the text of a message: {@code &}, {@code <} and {@code >} are escaped.
     *
     * @return empty for a text that is no answer
     */
    public static Optional<AnswerText> of(String slackText) {
        Matcher ok = OK.matcher(Normalizer.normalize(SlackMarkup.unescaped(slackText), Normalizer.Form.NFKC));
        return ok.matches() ? Optional.of(new AnswerText(note(ok.group(1)))) : Optional.empty();
    }

    private static @Nullable String note(String rest) {
        String line = CONTROLS.matcher(SPACE.matcher(rest).replaceAll(" ")).replaceAll("");
        String note = SEPARATORS.matcher(line).replaceFirst("").strip();
        return note.isEmpty() ? null : cut(note);
    }

    private static String cut(String note) {
        int length = note.codePointCount(0, note.length());
        return length <= MAX_NOTE ? note : note.substring(0, note.offsetByCodePoints(0, MAX_NOTE));
    }
}
