package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final List<List<Integer>> batches = new ArrayList<>();
    private final List<CompletableFuture<List<CompletableFuture<String>>>> answers = new ArrayList<>();
    private final GroupCommit<Integer, String> commit = new GroupCommit<>(new GroupCommit.Lanes(1, 15), batch -> {
        batches.add(batch);
        answers.add(new CompletableFuture<>());
        return answers.get(answers.size() - 1);
    });

    @Test
    void the_first_goes_at_once_and_those_that_come_meanwhile_go_together() {
        CompletableFuture<String> first = commit.add(1);
        commit.add(2);
        commit.add(3);
        assertThat(batches).containsExactly(List.of(1));

        accept(0);

        assertThat(first).isCompletedWithValue("1!");
        assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void a_batch_has_ten_at_most() {
        IntStream.rangeClosed(0, 12).forEach(commit::add);

        accept(0);
        accept(1);

        assertThat(batches.stream().map(List::size)).containsExactly(1, 10, 2);
    }

    @Test
    void a_failed_batch_fails_all_of_it_and_the_next_goes() {
        CompletableFuture<String> first = commit.add(1);
        commit.add(2);

        answers.get(0).completeExceptionally(new IllegalStateException("away"));

        assertThat(first).isCompletedExceptionally();
        assertThat(batches).hasSize(2);
    }

    @Test
    void one_refused_entry_fails_alone() {
        commit.add(1);
        CompletableFuture<String> refused = commit.add(2);
        CompletableFuture<String> taken = commit.add(3);
        accept(0);

        answers.get(1)
                .complete(List.of(
                        CompletableFuture.failedFuture(new RefusedEntryException(null)),
                        CompletableFuture.completedFuture("3!")));

        assertThat(refused).isCompletedExceptionally();
        assertThat(taken).isCompletedWithValue("3!");
    }

    @Test
    void what_its_caller_gave_up_is_not_sent() {
        commit.add(1);
        commit.add(2).cancel(false);
        commit.add(3);

        accept(0);

        assertThat(batches).containsExactly(List.of(1), List.of(3));
    }

    @Test
    void beyond_the_limit_none_is_taken() {
        IntStream.range(0, 16).forEach(commit::add);

        assertThatThrownBy(() -> commit.add(99).join()).hasCauseInstanceOf(QueueFullException.class);
    }

    @Test
    void a_call_that_throws_fails_its_batch_and_no_later_one() {
        GroupCommit<Integer, String> broken = new GroupCommit<>(new GroupCommit.Lanes(1, 15), batch -> {
            if (batch.contains(1)) {
                throw new IllegalStateException("a bug");
            }
            return CompletableFuture.completedFuture(List.of(CompletableFuture.completedFuture("fine")));
        });

        assertThat(broken.add(1)).isCompletedExceptionally();
        assertThat(broken.add(2)).isCompletedWithValue("fine");
    }

    private void accept(int batch) {
        answers.get(batch)
                .complete(batches.get(batch).stream()
                        .map(item -> CompletableFuture.completedFuture(item + "!"))
                        .toList());
    }
}
