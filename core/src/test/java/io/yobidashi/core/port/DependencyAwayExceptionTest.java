package io.yobidashi.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class DependencyAwayExceptionTest {
    @Test
    void tells_what_went_wrong_at_the_bottom_on_one_line() {
        Throwable wrapped = new IOException("a paragraph", new ConnectException("Connection refused\nand more"));

        assertThat(new DependencyAwayException("the queue", wrapped))
                .hasMessage("the queue is away: ConnectException: Connection refused");
    }

    @Test
    void does_not_tell_a_whole_paragraph() {
        assertThat(DependencyAwayException.reason(new IOException("x".repeat(1000))))
                .hasSize("IOException: ".length() + 121);
    }
}
