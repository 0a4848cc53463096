package io.yobidashi.call;

import io.quarkus.runtime.annotations.QuarkusMain;
import io.yobidashi.aws.wiring.ServiceMain;

/** The process. */
@QuarkusMain
public final class CallService {
    private CallService() {}

    public static void main(String[] args) {
        ServiceMain.run(args, "YOBIDASHI_PORT_CALL", CallSettings::of);
    }
}
