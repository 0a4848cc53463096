package io.yobidashi.core.simulation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * Whatever happens, what is promised is kept. How many schedules are played is set by {@code -Dyobidashi.schedules}; a run
 * is repeated by {@code -Dyobidashi.seed} with the seed that it printed.
 */
@AddLifecycleHook(GivenSeed.class)
class SimulationTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_every_promise_is_kept(@ForAll("schedules") Schedule schedule) {
        Simulation.run(schedule, Wiring.OF_THE_SERVICES);
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Schedules.any();
    }
}
