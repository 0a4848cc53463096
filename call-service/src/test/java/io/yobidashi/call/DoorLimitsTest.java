package io.yobidashi.call;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.yobidashi.core.testing.DoorLimitsContract;
import java.net.URI;

@QuarkusTest
@QuarkusTestResource(value = Cloud.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ShortLimits.class, restrictToAnnotatedClass = true)
class DoorLimitsTest extends DoorLimitsContract {
    @TestHTTPResource("/")
    URI service;

    @Override
    protected URI service() {
        return service;
    }

    @Override
    protected String door() {
        return "/presses";
    }
}
