package io.yobidashi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void memory_that_is_kept_shows() {
        Footprint before = Footprint.now();
        List<byte[]> kept = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            kept.add(new byte[1024 * 1024]);
        }

        Footprint after = Footprint.now();

        assertThat(kept).hasSize(80);
        assertThatThrownBy(() -> after.demandNoMoreThan(before)).hasMessageContaining("leaks");
    }

    @Test
    void threads_that_never_end_show() {
        Footprint before = Footprint.now();
        CountDownLatch mayEnd = new CountDownLatch(1);
        for (int i = 0; i < 70; i++) {
            Thread thread = new Thread(() -> await(mayEnd));
            thread.setDaemon(true);
            thread.start();
        }

        Footprint after = Footprint.now();
        mayEnd.countDown();

        assertThatThrownBy(() -> after.demandNoMoreThan(before)).hasMessageContaining("leaks");
    }

    @Test
    void what_is_let_go_of_does_not() {
        Footprint before = Footprint.now();
        for (int i = 0; i < 200; i++) {
            assertThat(new byte[1024 * 1024]).isNotEmpty();
        }

        Footprint.now().demandNoMoreThan(before);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
