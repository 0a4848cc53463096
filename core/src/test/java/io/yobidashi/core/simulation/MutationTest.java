package io.yobidashi.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the test: what is wrong in one point must break a promise. */
class MutationTest {
    private static final int SCHEDULES = 10_000;

    @ParameterizedTest
    @EnumSource
    void a_mistake_breaks_a_promise_within_ten_thousand_schedules(Mutation mutation) {
        JqwikSession.run(() -> assertThat(schedules().anyMatch(schedule -> breaks(schedule, mutation)))
                .as("some schedule notices " + mutation)
                .isTrue());
    }

    private static Stream<Schedule> schedules() {
        var generator = Schedules.any().generator(1000);
        Random random = new Random(1);
        return Stream.generate(() -> generator.next(random).value()).limit(SCHEDULES);
    }

    private static boolean breaks(Schedule schedule, Mutation mutation) {
        try {
            Simulation.run(schedule, mutation.wiring());
            return false;
        } catch (AssertionError e) {
            return true;
        }
    }
}
