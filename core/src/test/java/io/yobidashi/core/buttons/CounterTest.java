package io.yobidashi.core.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterTest {
    /** Numbers in the order in which they come; {@code @m} is how many minutes after the newest press it was pressed. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    nothing is said about what was before the first | 7                  | 7   | 0
                    one after the other                             | 7 8 9              | 9   | 0
                    one was skipped                                 | 7 9                | 9   | 1
                    several were skipped, twice                     | 7 10 11 15         | 15  | 5
                    one that comes again                            | 7 9 9 9            | 9   | 1
                    one that comes late closes its gap              | 7 9 8              | 9   | 0
                    one that comes late and again closes one gap    | 7 10 8 8 8         | 10  | 1
                    an old one that comes again closes no gap       | 7 8 10 8 7         | 10  | 1
                    one of before the first closes no gap           | 7 9 5              | 9   | 1
                    a count that starts again far below             | 200 1 2            | 2   | 0
                    a count that starts again near by, later        | 20 22 1@11 2 4     | 4   | 2
                    near by within ten minutes is taken for a copy  | 20 21 20@10        | 21  | 0
                    the turn of sixteen bits                        | 65534 65535 0 1    | 1   | 0
                    far ahead                                       | 1 100              | 100 | 98
                    absurdly far ahead                              | 1 9223372036854775807 | 9223372036854775807 | 9999
                    """)
    void gaps_are_counted_whatever_the_order(String why, String numbers, long last, int gaps) {
        Counter counter = null;
        for (String each : numbers.split(" ")) {
            String[] parts = each.split("@");
            long number = Long.parseLong(parts[0]);
            Duration after = Duration.ofMinutes(parts.length == 1 ? 0 : Long.parseLong(parts[1]));
            counter = counter == null ? Counter.first(number) : counter.plus(number, after);
        }

        assertThat(counter).as(why).extracting(Counter::last, Counter::gaps).containsExactly(last, gaps);
    }

    @ParameterizedTest
    @CsvSource({"7 8 9 10 11", "11 10 9 8 7", "9 7 11 8 10", "7 7 11 11 9 8 10 7"})
    void once_all_have_come_there_is_no_gap(String numbers) {
        Counter counter = Arrays.stream(numbers.split(" "))
                .map(Long::valueOf)
                .reduce(Counter.first(6), (before, number) -> before.plus(number, Duration.ZERO), (a, b) -> b);

        assertThat(counter.gaps()).isZero();
    }
}
