package io.yobidashi.ack.answer;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the times in a text: "3 min", "5分", "1時間半", "1h30m", "15:30", "15時". Pure. */
final class Times {
    private static final String MINUTES = "(?:分|minutes?|mins?|m)(?![a-z])";
    private static final String DURATION = "(?:(?<h>\\d{1,3}) ?(?:時間|hours?|hrs?|h)(?![a-z])"
            + "(?:(?<half>半)| ?(?<hm>\\d{1,3}) ?" + MINUTES + ")?+"
            + "|(?<m>\\d{1,4}) ?" + MINUTES
            + "|(?<s>\\d{1,4}) ?(?:秒|seconds?|secs?|s)(?![a-z]))";
    private static final String CLOCK =
            "(?:(?<ch>[01]?\\d|2[0-3])" + "(?::(?<cm>[0-5]\\d)(?![\\d:])|時(?!間)(?:(?<chalf>半)|(?<cjm>[0-5]?\\d)分)?+))";

    /** Not inside a number; and not what is past: "5分前に出ました". */
    private static final Pattern ANYWHERE =
            Pattern.compile("(?<![\\d.:])(?:" + CLOCK + "|" + DURATION + ")(?! ?(?:前|ago))", Pattern.CASE_INSENSITIVE);

    private static final Pattern LEADING = Pattern.compile(
            "(?:until |~ ?|for )?(?:" + CLOCK + "|" + DURATION
                    + "|(?<bare>\\d{1,4})(?=$| ))(?:まで|間|ほど|くらい)?(?=$|[ 、,@<])",
            Pattern.CASE_INSENSITIVE);

    /** Minutes, where nothing but a number was written. */
    private static final Pattern BARE = Pattern.compile("~?(\\d{1,3})[ \\p{P}\\p{S}]*");

    private Times() {}

    /** A time that a text begins with, and the text after it. */
    record Leading(When when, String rest) {}

    /** The first time in a note: a note that is a number alone counts as minutes. */
    static Optional<When> in(String note) {
        Matcher bare = BARE.matcher(note);
        if (bare.matches()) {
            return Optional.of(minutes(bare.group(1)));
        }
        Matcher time = ANYWHERE.matcher(note);
        return time.find() ? Optional.of(when(time)) : Optional.empty();
    }

    static Optional<Leading> leading(String text) {
        Matcher time = LEADING.matcher(text);
        if (!time.lookingAt()) {
            return Optional.empty();
        }
        String bare = time.group("bare");
        String rest = text.substring(time.end()).strip();
        return Optional.of(new Leading(bare != null ? minutes(bare) : when(time), rest));
    }

    private static When minutes(String number) {
        return new When.After(Duration.ofMinutes(number(number)));
    }

    private static When when(Matcher time) {
        if (time.group("ch") != null) {
            int minute = time.group("chalf") != null ? 30 : number(time.group("cm")) + number(time.group("cjm"));
            return new When.At(LocalTime.of(number(time.group("ch")), minute));
        }
        Duration duration = Duration.ofHours(number(time.group("h")))
                .plusMinutes(time.group("half") != null ? 30 : 0)
                .plusMinutes(number(time.group("hm")) + number(time.group("m")))
                .plusSeconds(number(time.group("s")));
        return new When.After(duration);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
