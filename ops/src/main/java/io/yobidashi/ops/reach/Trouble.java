package io.yobidashi.ops.reach;

import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.ops.said.Wording;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** What went wrong with a queue, in a few words. */
public final class Trouble {
    private Trouble() {}

    public static String of(SdkException failure, Wording wording) {
        if (failure instanceof QueueDoesNotExistException) {
            return wording.say("キューがありません", "there is no such queue");
        }
        String reason = DependencyAwayException.reason(failure);
        return failure instanceof AwsServiceException
                ? wording.say("使えません: ", "can't be used: ") + reason
                : wording.say("SQSに届きません: ", "SQS is out of reach: ") + reason;
    }
}
