package io.yobidashi.ops.check;

/**
 * One thing that was looked at.
 *
 * @param text in the operator's language, on one line
 */
record Finding(Mark mark, String text) {
    /** What it means for the fair tomorrow. */
    enum Mark {
        GOOD("✓"),
        /** Works, but somebody should know. */
        WARNING("!"),
        BAD("✗");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    static Finding good(String text) {
        return new Finding(Mark.GOOD, text);
    }

    static Finding warning(String text) {
        return new Finding(Mark.WARNING, text);
    }

    static Finding bad(String text) {
        return new Finding(Mark.BAD, text);
    }

    String line() {
        return mark.sign + " " + text;
    }
}
