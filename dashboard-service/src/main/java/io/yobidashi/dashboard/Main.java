package io.yobidashi.dashboard;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.yobidashi.aws.wiring.ServiceMain;
import io.yobidashi.dashboard.feed.MqttAddress;

/** The process. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        ServiceMain.run(args, "YOBIDASHI_PORT_BOARD", MqttAddress::of);
    }
}
