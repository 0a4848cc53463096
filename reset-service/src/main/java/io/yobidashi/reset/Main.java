package io.yobidashi.reset;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.yobidashi.aws.wiring.ServiceMain;

/** The process. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        ServiceMain.run(args, "YOBIDASHI_PORT_RESET", SweepSettings::of);
    }
}
