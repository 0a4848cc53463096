package io.yobidashi.ack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.localcloud.Endpoints;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A Slack as usual, and queues and shadows that answer after 10 s, as nobody can use. */
public final class SlowCloud implements QuarkusTestResourceLifecycleManager {
    private static final long SLOW_SECONDS = 10;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private LocalCloud cloud;
    private HttpServer slow;

    @Override
    public Map<String, String> start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral()
                .withAckService(() -> URI.create(System.getProperty(TestSettings.SERVICE))));
        try {
            slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        slow.createContext("/", exchange -> later.schedule(() -> answer(exchange), SLOW_SECONDS, TimeUnit.SECONDS));
        slow.start();
        URI address = URI.create("http://localhost:" + slow.getAddress().getPort());
        TestSettings.endpoints(address, address);
        Endpoints endpoints = cloud.endpoints();
        return TestSettings.settings(endpoints.http());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cloud, new TestInjector.MatchesType(LocalCloud.class));
    }

    @Override
    public void stop() {
        slow.stop(0);
        later.shutdownNow();
        cloud.close();
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(500, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
