package io.yobidashi.localcloud.iot;

import io.yobidashi.localcloud.LocalCloud;
import io.yobidashi.localcloud.LocalCloudConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One local cloud for all tests of a class, and for each test a thing that nobody has used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ThingTest {
    protected LocalCloud cloud;
    protected FreshThing thing;

    /** What the cloud is to be like; may skip the class by an assumption. */
    protected LocalCloudConfig config() {
        return LocalCloudConfig.ephemeral();
    }

    @BeforeAll
    void startTheCloud() {
        cloud = LocalCloud.start(config());
    }

    @BeforeEach
    void takeAFreshThing() {
        thing = FreshThing.at(cloud.endpoints().http());
    }

    @AfterEach
    void leaveTheThing() {
        thing.close();
    }

    @AfterAll
    void stopTheCloud() {
        if (cloud != null) {
            cloud.close();
        }
    }
}
