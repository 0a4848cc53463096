package io.yobidashi.aws.wiring;

import io.yobidashi.core.settings.Settings;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClientBuilder;

/** Clients of the IoT data plane with time limits of ours. */
public final class IotClients {
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private IotClients() {}

    /**
     * A client in the region {@code AWS_REGION} at {@code AWS_ENDPOINT_URL_IOT_DATA_PLANE}; what is not set, and the
     * keys, come by the SDK's own chain. A call ends after 3 s, one retry included: whoever calls has a queue to give
     * its work back to.
     */
    public static IotDataPlaneClient create(Settings settings) {
        IotDataPlaneClientBuilder builder = configured();
        settings.text("AWS_REGION").map(Region::of).ifPresent(builder::region);
        settings.httpAddress("AWS_ENDPOINT_URL_IOT_DATA_PLANE").ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** As {@link #create}, without region and address. */
    public static IotDataPlaneClientBuilder configured() {
        return IotDataPlaneClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(CALL))
                .overrideConfiguration(limits -> limits.apiCallTimeout(CALL)
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(2)
                                .build()));
    }
}
