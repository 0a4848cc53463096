package io.yobidashi.aws.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortFileTest {
    @Test
    void a_port_that_is_known_a_moment_after_the_start_is_waited_for() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(PortFile.known(() -> looks.incrementAndGet() < 4 ? -1 : 4711))
                .isEqualTo(4711);
    }

    @Test
    void the_file_holds_the_port_and_nothing_is_left_beside_it(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("call-service.port");
        PortFile.write(file, 1);
        PortFile.write(file, 4711);

        assertThat(file).hasContent("4711");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
