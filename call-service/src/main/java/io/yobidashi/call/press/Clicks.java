package io.yobidashi.call.press;

import io.yobidashi.core.status.Click;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that buttons and people give to clicks. */
final class Clicks {
    /** In lower case, after "Detect type" of SORACOM's pages on the modes of its global LTE-M button. */
    private static final Map<String, Click> DETECTED = Map.of(
            "single short click", Click.SINGLE,
            "double short click", Click.DOUBLE,
            "single long click", Click.LONG,
            // A big button of one's own on the 2-wire port was closed; that it opens again is no press.
            "connected", Click.SINGLE);

    private static final int NONE = 4;

    private Clicks() {}

    /** A click by its name, in any case. */
    static Click named(String name) {
        for (Click click : Click.values()) {
            if (click.name().equalsIgnoreCase(name)) {
                return click;
            }
        }
        throw new UnreadablePressException("the click is none of SINGLE, DOUBLE and LONG");
    }

    /** A click by SORACOM's number. */
    static Click numbered(@Nullable Long number) {
        return switch (number == null ? 0 : (int) Math.min(number, NONE)) {
            case 1 -> Click.SINGLE;
            case 2 -> Click.DOUBLE;
            case 3 -> Click.LONG;
            default -> throw new UnreadablePressException("clickType is none of 1, 2 and 3");
        };
    }

    static Click detected(String type) {
        Click click = DETECTED.get(type.strip().toLowerCase(Locale.ROOT));
        if (click == null) {
            throw new UnreadablePressException("detect_type is no click that is known");
        }
        return click;
    }
}
