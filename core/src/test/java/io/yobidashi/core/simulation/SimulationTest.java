package io.yobidashi.core.simulation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever happens, what is promised is kept. How many schedules are played is set by {@code -Dyobidashi.schedules}; a run
 * is repeated by {@code -Dyobidashi.seed} with the seed that it printed.
 */
@AddLifecycleHook(GivenSeed.class)
class SimulationTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_every_promise_is_kept(@ForAll("schedules") Schedule schedule) {
        Simulation.Result result = Simulation.run(schedule, Wiring.OF_THE_SERVICES);

        Statistics.label("calls of a day").collect(Math.min(5, result.calls()));
        Statistics.label("mentions that an accident doubled").collect(result.doubled());
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Schedules.any();
    }
}
