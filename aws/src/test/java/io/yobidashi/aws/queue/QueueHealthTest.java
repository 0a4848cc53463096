package io.yobidashi.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.yobidashi.aws.queue.ConsumerStatus.Away;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class QueueHealthTest {
    private static final Instant AT = Instant.ofEpochSecond(1_763_928_000);

    @Test
    void a_queue_that_is_away_is_a_detail_and_no_reason_to_be_down() {
        ConsumerStatus status =
                new ConsumerStatus(QueueName.PRESSES, AT, new Away(AT, "connection refused"), null, 3, 7, 1, 2);

        HealthCheckResponse answer = new QueueHealth(() -> List.of(status)).call();

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(answer.getData().orElseThrow())
                .containsEntry("yobidashi-presses", "away since 2025-11-23T20:00:00Z: connection refused")
                .containsEntry("yobidashi-presses needs", "within reach")
                .containsEntry("yobidashi-presses in hand", 3L)
                .containsEntry("yobidashi-presses dead letters since start", 1L);
    }
}
