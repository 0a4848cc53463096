package io.yobidashi.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A local cloud for a test of the whole service, on free ports, in the same JVM. */
public final class LocalCloudResource implements QuarkusTestResourceLifecycleManager {
    private LocalCloud cloud;

    @Override
    public Map<String, String> start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        awsByItsOwnNames().forEach(System::setProperty);
        return Map.of(
                "YOBIDASHI_MQTT_URL",
                cloud.endpoints().mqtt().toString(),
                "YOBIDASHI_ROSTER",
                rosterToEdit().toString());
    }

    /** Tests edit it while the service runs. */
    private static Path rosterToEdit() {
        try (InputStream roster = LocalCloudResource.class.getResourceAsStream("/roster.yaml")) {
            return Files.write(Files.createTempFile("roster", ".yaml"), roster.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cloud, new TestInjector.MatchesType(LocalCloud.class));
    }

    @Override
    public void stop() {
        awsByItsOwnNames().keySet().forEach(System::clearProperty);
        cloud.close();
    }

    /** The SDK looks for these itself: they are none of the service's settings. */
    private Map<String, String> awsByItsOwnNames() {
        return Map.of(
                "aws.endpointUrlIotDataPlane", cloud.endpoints().http().toString(),
                "aws.region", "ap-northeast-1",
                "aws.accessKeyId", "any",
                "aws.secretAccessKey", "any");
    }
}
