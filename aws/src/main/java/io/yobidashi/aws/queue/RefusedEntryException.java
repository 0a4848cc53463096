package io.yobidashi.aws.queue;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/** SQS took a batch, but not this entry of it. */
final class RefusedEntryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedEntryException(@Nullable BatchResultErrorEntry error) {
        super(error == null ? "SQS says nothing about the entry" : "SQS refuses the entry: " + error.code());
    }
}
