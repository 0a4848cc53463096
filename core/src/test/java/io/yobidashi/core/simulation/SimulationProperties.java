package io.yobidashi.core.simulation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, what is promised is kept. */
class SimulationProperties {
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_every_promise_is_kept(@ForAll("schedules") Schedule schedule) {
        Simulation.run(schedule, Wiring.OF_THE_SERVICES);
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Schedules.any();
    }
}
