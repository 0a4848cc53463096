package io.yobidashi.reset;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
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
        FunctionCounter.builder("yobidashi.resets.handled", consumer, queue -> queue.status()
                        .handled())
                .description("Resets that were done and deleted")
                .register(registry);
        FunctionCounter.builder("yobidashi.resets.returned", consumer, queue -> queue.status()
                        .returned())
                .description("Resets that were given back to the queue")
                .register(registry);
        FunctionCounter.builder("yobidashi.resets.rejected", consumer, queue -> queue.status()
                        .rejected())
                .description("Messages that were sent to the dead-letter queue")
                .register(registry);
        Gauge.builder("yobidashi.resets.in.hand", consumer, queue -> queue.status()
                        .inHand())
                .description("Resets received and not yet done with")
                .register(registry);
    }
}
