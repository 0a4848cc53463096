package io.yobidashi.core.roster;

/**
 * A name in the two languages that the board and Slack speak.
 *
 * @param ja the Japanese name, shown large
 * @param en the English name
 */
public record LocalName(String ja, String en) {
    public LocalName {
        if (ja.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a name needs both its ja and its en form");
        }
    }
}
