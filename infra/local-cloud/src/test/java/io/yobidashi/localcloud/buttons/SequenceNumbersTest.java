package io.yobidashi.localcloud.buttons;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.localcloud.store.Shelf;
import io.yobidashi.localcloud.store.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceNumbersTest {
    @TempDir
    private Path folder;

    @Test
    void counting_goes_on_after_a_restart() {
        Path file = folder.resolve("cloud.mv.db");
        try (Store store = Store.open(file)) {
            SequenceNumbers first = new SequenceNumbers(store.shelf("buttons"));
            first.next("a");
            first.next("a");
        }

        try (Store store = Store.open(file)) {
            assertThat(new SequenceNumbers(store.shelf("buttons")).next("a")).isEqualTo(3);
        }
    }

    @Test
    void an_unreadable_number_is_set_aside_and_counting_begins_anew() {
        Shelf shelf = Store.inMemory().shelf("buttons");
        shelf.put("a", "forty-two");

        SequenceNumbers numbers = new SequenceNumbers(shelf);

        assertThat(shelf.texts()).isEmpty();
        assertThat(numbers.next("a")).isEqualTo(1);
    }
}
