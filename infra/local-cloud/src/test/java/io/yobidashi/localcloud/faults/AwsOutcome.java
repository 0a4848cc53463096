package io.yobidashi.localcloud.faults;

import io.yobidashi.localcloud.faults.FaultContract.Outcome;
import io.yobidashi.localcloud.faults.FaultContract.Result;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/** The clients of the AWS SDK, set to try once, and what their calls come to. */
final class AwsOutcome {
    private AwsOutcome() {}

    static <B extends AwsClientBuilder<B, C>, C> C tryingOnce(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(options -> options.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    static CompletableFuture<Result> of(CompletableFuture<?> call) {
        return call.handle((answer, failure) -> failure == null ? Result.DONE : of(failure.getCause()));
    }

    private static Result of(Throwable failure) {
        if (failure instanceof AwsServiceException refused) {
            return new Result(
                    Outcome.REFUSED,
                    refused.statusCode(),
                    refused.awsErrorDetails().errorCode(),
                    refused.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("Retry-After"));
        }
        if (failure instanceof SdkClientException && !isLate(failure)) {
            return Result.CUT;
        }
        throw new AssertionError(failure);
    }

    private static boolean isLate(Throwable failure) {
        boolean late = failure.toString().toLowerCase(Locale.ROOT).matches("(?s).*(timeout|timed out).*");
        return late || failure.getCause() != null && isLate(failure.getCause());
    }
}
