package io.yobidashi.aws.queue;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPlugin;

/**
 * The time limit of a request, without the SDK's hidden retries: a second attempt at a dead connection would use up the
 * time in which a new request could have told that the queue is back. Who sends a request knows what to do when it fails.
 */
final class Limits {
    private static final SdkPlugin ONE_ATTEMPT =
            configuration -> configuration.overrideConfiguration(configuration.overrideConfiguration().toBuilder()
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .build());

    private Limits() {}

    static Consumer<AwsRequestOverrideConfiguration.Builder> within(Duration time) {
        return request -> request.apiCallTimeout(time).addPlugin(ONE_ATTEMPT);
    }
}
