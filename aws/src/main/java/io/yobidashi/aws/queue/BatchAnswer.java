package io.yobidashi.aws.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/** Sorts what SQS says about a batch back into the order of its entries, whose ids are their indexes. */
final class BatchAnswer {
    private BatchAnswer() {}

    /**
     * @param taken what came of the accepted entries, by entry id
     * @param refused the entries that were not accepted
     */
    static <R> List<CompletableFuture<R>> inOrder(int size, Map<String, R> taken, List<BatchResultErrorEntry> refused) {
        Map<String, BatchResultErrorEntry> errors =
                refused.stream().collect(Collectors.toMap(BatchResultErrorEntry::id, Function.identity()));
        List<CompletableFuture<R>> results = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            R result = taken.get(String.valueOf(i));
            results.add(
                    result != null
                            ? CompletableFuture.completedFuture(result)
                            : CompletableFuture.failedFuture(new RefusedEntryException(errors.get(String.valueOf(i)))));
        }
        return results;
    }
}
