package io.yobidashi.ack.answer;

import io.yobidashi.core.telling.SlackMarkup;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What somebody typed, in one of the many ways to write it: the text that the grammar of answers reads. */
final class PlainText {
    /** As much as a board shows of a note or a reason. */
    static final int MAX_LENGTH = 140;

    /** More than anybody writes who answers; no text is read further, so that none takes long or fills the stack. */
    private static final int READ = 1_000;

    /** Line breaks, tabs and their kin. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** Controls, halves of characters, and what turns the direction of the text after it. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private PlainText() {}

    /** One line in NFKC, so that full-width letters and digits read as their plain kin; without controls; its beginning, if it is endless. */
    static String of(String slackText) {
        String plain = Normalizer.normalize(SlackMarkup.unescaped(slackText), Normalizer.Form.NFKC);
        return cut(
                CONTROLS.matcher(SPACE.matcher(plain).replaceAll(" "))
                        .replaceAll("")
                        .strip(),
                READ);
    }

    /** At most {@value #MAX_LENGTH} characters, none cut in two. */
    static String cut(String text) {
        return cut(text, MAX_LENGTH);
    }

    private static String cut(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
