package io.yobidashi.core.buttons;

import java.time.Duration;

/**
 * What is known of a button's own numbering of its presses. The numbers come unordered and twice, so the newest
 * {@value #REMEMBERED} are remembered one by one: one that comes late is no gap any more, and one that comes again
 * changes nothing.
 *
 * @param last the highest number of the present count
 * @param seen bit 0 stands for {@code last}, bit 1 for the one before, and so on: set where it came
 * @param gaps how many numbers were skipped and have not come since, over all counts
 */
public record Counter(long last, long seen, int gaps) {
    static final int REMEMBERED = 32;
    /** A number that is not higher than the last and is pressed so much later belongs to a new count. */
    static final Duration NEW_COUNT_AFTER = Duration.ofMinutes(10);

    private static final int MOST_GAPS = 9_999;
    private static final long ALL = (1L << REMEMBERED) - 1;

    public Counter {
        seen &= ALL;
    }

    /** The first number that is known: nothing is said about those before it. */
    public static Counter first(long number) {
        return new Counter(number, ALL, 0);
    }

    /**
     * @param after how long after the newest press known this one was pressed; negative for an earlier one
     */
    Counter plus(long number, Duration after) {
        long ahead = number - last;
        if (ahead > 0) {
            long kept = ahead >= REMEMBERED ? 0 : seen << ahead;
            return new Counter(number, kept | 1, (int) Math.min(gaps + Math.min(ahead - 1, MOST_GAPS), MOST_GAPS));
        }
        if (ahead <= -REMEMBERED || after.compareTo(NEW_COUNT_AFTER) > 0) {
            return new Counter(number, ALL, gaps);
        }
        long bit = 1L << -ahead;
        return (seen & bit) == 0 ? new Counter(last, seen | bit, Math.max(0, gaps - 1)) : this;
    }
}
