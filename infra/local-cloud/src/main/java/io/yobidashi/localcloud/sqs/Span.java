package io.yobidashi.localcloud.sqs;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as people write it: {@code 10s}, {@code 5m}, {@code 12h}, {@code 4d}. */
record Span(String text, Duration length) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,7})([smhd])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** @throws IllegalArgumentException with one line if it has another form */
    @JsonCreator
    static Span parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no length of time like 10s, 5m, 12h or 4d");
        }
        return new Span(text, UNITS.get(form.group(2)).multipliedBy(Long.parseLong(form.group(1))));
    }

    void requireWithin(String name, Duration shortest, Duration longest) {
        if (length.compareTo(shortest) < 0 || length.compareTo(longest) > 0) {
            throw new IllegalArgumentException("%s must be %d to %d seconds, but is %s"
                    .formatted(name, shortest.toSeconds(), longest.toSeconds(), text));
        }
    }
}
