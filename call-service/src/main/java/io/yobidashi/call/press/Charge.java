package io.yobidashi.call.press;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The charge that is left, 0 to 1, from what buttons say. It is no reason to lose a press: one that makes no sense
 * counts as not told.
 */
final class Charge {
    /** Of a cell of size AAA: empty, and new. Buttons stop working somewhere near the first. */
    private static final double EMPTY = 1_000;

    private static final double NEW = 1_500;
    private static final Pattern MILLIVOLTS = Pattern.compile("\\s*(\\d{1,5})\\s*mV\\s*");

    private Charge() {}

    static @Nullable Double ofFraction(JsonNode value) {
        return value.isNumber() && value.asDouble() >= 0 && value.asDouble() <= 1 ? value.asDouble() : null;
    }

    /** Documented as 0 to 1 and seen as 0 to 100: up to 1 it is taken for a fraction, above for percent. */
    static @Nullable Double ofFractionOrPercent(JsonNode value) {
        if (value.isNumber() && value.asDouble() > 1 && value.asDouble() <= 100) {
            return Math.round(value.asDouble() * 100) / 10_000.0;
        }
        return ofFraction(value);
    }

    /** @param cells how many cells in a row give this voltage; an estimate, since no maker tells the curve */
    static @Nullable Double ofMillivolts(JsonNode value, int cells) {
        return value.isNumber() && value.asDouble() > 0 ? ofMillivolts(value.asDouble(), cells) : null;
    }

    /** As {@link #ofMillivolts}, from a text such as {@code 2000mV} or {@code 2000 mV}. */
    static @Nullable Double ofMillivoltText(JsonNode value, int cells) {
        Matcher text = MILLIVOLTS.matcher(value.asText());
        return text.matches() ? ofMillivolts(Double.parseDouble(text.group(1)), cells) : null;
    }

    private static double ofMillivolts(double millivolts, int cells) {
        double left = (millivolts / cells - EMPTY) / (NEW - EMPTY);
        return Math.round(Math.max(0, Math.min(1, left)) * 100) / 100.0;
    }
}
