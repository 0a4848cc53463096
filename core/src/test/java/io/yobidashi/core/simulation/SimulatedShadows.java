package io.yobidashi.core.simulation;

import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;

/** The shadows as a process sees them: watched, and not always there. */
final class SimulatedShadows implements Shadows {
    private final Stage stage;
    private final Gate gate;

    SimulatedShadows(Stage stage) {
        this.stage = stage;
        this.gate = new Gate(stage);
    }

    @Override
    public ShadowRow read(String person) {
        return gate.pass(() -> {
            stage.running().reads(person, stage.everything());
            return stage.shadows().read(person);
        });
    }

    @Override
    public WriteResult write(ShadowRow before, PersonStatus next) {
        return gate.pass(() -> {
            PersonStatus held = stage.shadows().status(next.person());
            WriteResult result = stage.shadows().write(before, next);
            if (result instanceof WriteResult.Written written) {
                stage.happened(new Happening.Written(stage.running(), held, next, written.version()));
            }
            return result;
        });
    }
}
