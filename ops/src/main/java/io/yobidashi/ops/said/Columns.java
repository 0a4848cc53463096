package io.yobidashi.ops.said;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/** Aligns texts for a terminal, where Japanese characters are two columns wide. */
public final class Columns {
    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.HIRAGANA,
            UnicodeBlock.KATAKANA,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
            UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A,
            UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.HANGUL_SYLLABLES);

    private Columns() {}

    public static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /** With as many spaces after it as are missing to that width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    /** What came from elsewhere, without characters that move a terminal's cursor or change its colours. */
    public static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints()
                .forEach(point -> harmless.append(
                        Character.isISOControl(point) ? "\\u%04x".formatted(point) : Character.toString(point)));
        return harmless.toString();
    }

    private static boolean isWide(int point) {
        UnicodeBlock block = UnicodeBlock.of(point);
        return block != null && WIDE.contains(block);
    }
}
