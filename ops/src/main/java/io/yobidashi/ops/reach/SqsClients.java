package io.yobidashi.ops.reach;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Makes clients of SQS by the settings that the services take. A call ends after 5 s, tries included. */
public final class SqsClients {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private SqsClients() {}

    /**
     * @throws BadSettingException for an address that is none
     * @throws software.amazon.awssdk.core.exception.SdkClientException where neither setting nor profile has a region
     */
    public static SqsClient create(Settings settings) {
        SqsClientBuilder builder = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(LIMIT))
                .overrideConfiguration(limits -> limits.apiCallTimeout(LIMIT));
        settings.text("AWS_REGION").map(Region::of).ifPresent(builder::region);
        settings.httpAddress("AWS_ENDPOINT_URL_SQS").ifPresent(builder::endpointOverride);
        return builder.build();
    }
}
