package io.yobidashi.dashboard;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.yobidashi.aws.wiring.ServiceMain;
import io.yobidashi.dashboard.feed.MqttAddress;
import io.yobidashi.dashboard.live.BoardSettings;

/** The process. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) {
        ServiceMain.run(args, "YOBIDASHI_PORT_BOARD", settings -> {
            MqttAddress.of(settings);
            BoardSettings.of(settings);
        });
    }
}
