package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedRunsTest {
    private final Deque<Runnable> pool = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final KeyedRuns<Integer, String> runs =
            new KeyedRuns<>(new KeyedRuns.Workers(2, pool::add), Runnable::run, this::work, this::ended);

    @Test
    void a_key_waits_for_its_own_run_and_then_takes_all_that_came() {
        runs.offer("a", List.of(1));
        runs.offer("a", List.of(2));
        runs.offer("a", List.of(3, 4));
        assertThat(pool).hasSize(1);

        pool.remove().run();
        pool.remove().run();

        assertThat(begun).containsExactly("a[1]", "a[2, 3, 4]");
    }

    @Test
    void no_more_keys_run_than_there_are_workers_and_each_gets_its_turn() {
        runs.offer("a", List.of(1));
        runs.offer("b", List.of(2));
        runs.offer("c", List.of(3));
        runs.offer("a", List.of(4));
        assertThat(pool).hasSize(2);

        while (!pool.isEmpty()) {
            pool.remove().run();
        }

        assertThat(begun).containsExactly("a[1]", "b[2]", "c[3]", "a[4]");
    }

    @Test
    void a_run_has_a_hundred_items_at_most() {
        List<Integer> many = IntStream.range(0, 150).boxed().toList();
        runs.offer("a", many);

        pool.remove().run();
        pool.remove().run();

        assertThat(begun).containsExactly("a" + many.subList(0, 100), "a" + many.subList(100, 150));
    }

    @Test
    void what_waits_can_be_taken_back() {
        runs.offer("a", List.of(1));
        runs.offer("a", List.of(2, 3));

        assertThat(runs.takeWaiting()).containsExactly(2, 3);
        pool.remove().run();

        assertThat(pool).isEmpty();
        assertThat(begun).containsExactly("a[1]");
    }

    @Test
    void a_run_that_throws_does_not_hold_up_its_key() {
        runs.offer("a", List.of(-1));
        runs.offer("a", List.of(2));

        pool.remove().run();
        pool.remove().run();

        assertThat(failures).hasSize(1);
        assertThat(begun).containsExactly("a[-1]", "a[2]");
    }

    private String work(String key, List<Integer> items) {
        begun.add(key + items);
        if (items.contains(-1)) {
            throw new IllegalStateException("a bug");
        }
        return key;
    }

    private void ended(KeyedRuns.Run<Integer> run, String result, Throwable failure) {
        if (failure != null) {
            failures.add(failure);
        }
    }
}
