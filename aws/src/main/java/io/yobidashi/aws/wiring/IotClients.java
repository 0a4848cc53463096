package io.yobidashi.aws.wiring;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClientBuilder;

/** Clients of the IoT data plane with time limits of ours. */
public final class IotClients {
    private static final Duration CALL = Duration.ofSeconds(3);
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private IotClients() {}

    /**
     * A client by the SDK's own chain of region, keys and endpoint ({@code AWS_REGION},
     * {@code AWS_ENDPOINT_URL_IOT_DATA_PLANE}). A call ends after 3 s, one retry included: whoever calls has a queue to
     * give its work back to.
     */
    public static IotDataPlaneClient create() {
        return configured().build();
    }

    /** As {@link #create()}, to be completed. */
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
