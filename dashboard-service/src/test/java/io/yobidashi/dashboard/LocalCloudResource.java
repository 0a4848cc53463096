package io.yobidashi.dashboard;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import java.util.Map;

/** A local cloud for a test of the whole service, on free ports, in the same JVM. */
public final class LocalCloudResource implements QuarkusTestResourceLifecycleManager {
    private LocalCloud cloud;

    @Override
    public Map<String, String> start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral());
        return Map.of(
                "YOBIDASHI_MQTT_URL", cloud.endpoints().mqtt().toString(),
                "AWS_ENDPOINT_URL_IOT_DATA_PLANE", cloud.endpoints().http().toString(),
                "AWS_REGION", "ap-northeast-1",
                "YOBIDASHI_ROSTER",
                        LocalCloudResource.class.getResource("/roster.yaml").getPath());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(cloud, new TestInjector.MatchesType(LocalCloud.class));
    }

    @Override
    public void stop() {
        cloud.close();
    }
}
