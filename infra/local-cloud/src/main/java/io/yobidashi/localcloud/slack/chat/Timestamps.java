package io.yobidashi.localcloud.slack.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Slack's {@code ts}: epoch seconds with six decimals, here unique and rising, so that texts sort as times do. */
public final class Timestamps {
    private static final long MICROS = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");

    private final Clock clock;
    private long lastMicros;

    public Timestamps(Clock clock) {
        this.clock = clock;
    }

    public synchronized String next() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        lastMicros = Math.max(now, lastMicros + 1);
        return text(lastMicros);
    }

    /** Whatever comes is later than this one. */
    synchronized void continueAfter(String ts) {
        lastMicros = Math.max(lastMicros, micros(ts));
    }

    public static boolean isOne(String ts) {
        return SHAPE.matcher(ts).matches();
    }

    /** The same time in the one form that sorts as text. */
    public static String canonical(String ts) {
        return text(micros(ts));
    }

    private static long micros(String ts) {
        String[] parts = ts.split("\\.", 2);
        String fraction = parts.length == 1 ? "" : parts[1];
        return Long.parseLong(parts[0]) * MICROS + Long.parseLong((fraction + "000000").substring(0, 6));
    }

    private static String text(long micros) {
        return String.format(Locale.ROOT, "%010d.%06d", micros / MICROS, micros % MICROS);
    }
}
