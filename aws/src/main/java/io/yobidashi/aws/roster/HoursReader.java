package io.yobidashi.aws.roster;

import io.yobidashi.core.hours.Span;
import io.yobidashi.core.hours.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads working hours: {@code {mon-fri: "09:00-12:00, 13:00-18:00", sat: "22:00-02:00"}}, or for every day
 * {@code "09:00-18:00"}. Days are one, a range, or several with commas; those that are not named are free. What ends
 * before it begins ends on the next day.
 */
final class HoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2})");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)");
    private static final String EXAMPLE = ", such as \"09:00-12:00, 13:00-18:00\"";

    private HoursReader() {}

    /** The hours under a name; where it is left out, work never ends. */
    static WorkingHours read(YamlMap map, String name, ZoneId zone) {
        if (!map.has(name)) {
            return WorkingHours.always(zone);
        }
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        if (map.isMap(name)) {
            YamlMap days = map.map(name);
            days.names().forEach(day -> add(week, days, day));
        } else {
            List<Span> spans = spans(map, name);
            List.of(DayOfWeek.values()).forEach(day -> week.put(day, spans));
        }
        if (week.isEmpty()) {
            throw map.bad(name, "has no day");
        }
        return new WorkingHours(zone, week);
    }

    private static void add(Map<DayOfWeek, List<Span>> week, YamlMap days, String name) {
        List<DayOfWeek> named =
                days(name).orElseThrow(() -> days.badName(name, "is no day, such as mon, mon-fri or \"sat,sun\""));
        List<Span> spans = spans(days, name);
        for (DayOfWeek day : named) {
            if (week.put(day, spans) != null) {
                throw days.badName(name, "has " + DAYS.get(day.ordinal()) + ", which was there before");
            }
        }
    }

    /** The days that a name stands for; a range may go on beyond Sunday. */
    private static Optional<List<DayOfWeek>> days(String name) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : name.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            int first = DAYS.indexOf(ends[0].strip());
            int last = DAYS.indexOf(ends[ends.length - 1].strip());
            if (ends.length > 2 || first < 0 || last < 0) {
                return Optional.empty();
            }
            for (int day = first; day != last; day = (day + 1) % DAYS.size()) {
                days.add(DayOfWeek.of(day + 1));
            }
            days.add(DayOfWeek.of(last + 1));
        }
        return Optional.of(days);
    }

    private static List<Span> spans(YamlMap map, String name) {
        List<Span> spans = new ArrayList<>();
        for (String part : map.text(name).split(",", -1)) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw map.bad(name, "has '" + part.strip() + "', which are no hours" + EXAMPLE);
            }
            Optional<LocalTime> from = time(span.group(1));
            Optional<LocalTime> to = span.group(2).equals("24:00") ? Optional.of(LocalTime.MIN) : time(span.group(2));
            if (from.isEmpty() || to.isEmpty()) {
                throw map.bad(name, "has '" + part.strip() + "', with a time that no clock shows");
            }
            if (span.group(1).equals(span.group(2))) {
                throw map.bad(name, "has '" + part.strip() + "', which is no time at all; a whole day is 00:00-24:00");
            }
            spans.add(new Span(from.get(), to.get()));
        }
        return spans;
    }

    private static Optional<LocalTime> time(String text) {
        Matcher time = TIME.matcher(text);
        return time.matches()
                ? Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                : Optional.empty();
    }
}
