package io.yobidashi.ack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/** A cloud that takes connections and never answers. */
public final class SilentCloud implements QuarkusTestResourceLifecycleManager {
    private ServerSocket socket;

    @Override
    public Map<String, String> start() {
        try {
            socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        URI address = URI.create("http://localhost:" + socket.getLocalPort());
        TestSettings.endpoints(address, address);
        return TestSettings.settings(address);
    }

    @Override
    public void stop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
