package io.yobidashi.core.simulation;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.port.Shadows;
import java.util.List;

/** How the handlers are put together: as the services do it. {@link Mutation} has other ways, each of them wrong. */
class Wiring {
    static final Wiring OF_THE_SERVICES = new Wiring();

    Ports ports(Ports ports) {
        return ports;
    }

    /** Where it is looked who could be asked instead. */
    Shadows whoIsFree(Shadows shadows) {
        return shadows;
    }

    Outcome handle(Process process, List<Message> messages) {
        return process.handle(messages);
    }

    /** Whether a message is deleted only once its handler has ended well. */
    boolean deletesLast() {
        return true;
    }

    /** Whether anybody sweeps. */
    boolean sweeps() {
        return true;
    }
}
