package io.yobidashi.ack;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.yobidashi.localcloud.Endpoints;
import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import io.yobidashi.localcloud.roster.Roster;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** The local cloud: real servers on free ports. */
public final class Cloud implements QuarkusTestResourceLifecycleManager {
    private LocalCloud cloud;

    @Override
    public Map<String, String> start() {
        cloud = LocalCloud.start(LocalCloudConfig.ephemeral()
                .withRoster(Roster.read(Path.of("src/test/resources/slack-roster.yaml")))
                .withAckService(() -> URI.create(System.getProperty(TestSettings.SERVICE))));
        Endpoints endpoints = cloud.endpoints();
        TestSettings.endpoints(endpoints.sqs(), endpoints.http());
        return TestSettings.settings(endpoints.http());
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
