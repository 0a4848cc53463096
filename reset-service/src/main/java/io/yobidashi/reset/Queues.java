package io.yobidashi.reset;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
import io.yobidashi.aws.queue.QueueMetrics;
import io.yobidashi.core.message.Reset;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;

/** How the queue of resets is doing, for health checks and metrics. */
@Singleton
public class Queues {

    @Produces
    @Readiness
    @Singleton
    QueueHealth health(QueueConsumer<Reset> consumer) {
        return new QueueHealth(() -> List.of(consumer.status()));
    }

    void register(@Observes StartupEvent event, QueueConsumer<Reset> consumer, MeterRegistry registry) {
        new QueueMetrics(registry).watch(consumer);
    }
}
