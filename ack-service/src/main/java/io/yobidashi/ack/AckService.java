package io.yobidashi.ack;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.yobidashi.aws.wiring.ServiceMain;

/** The process. */
@QuarkusMain
public final class AckService {
    private AckService() {}

    public static void main(String[] args) {
        ServiceMain.run(args, "YOBIDASHI_PORT_ACK", AckSettings::of);
    }
}
