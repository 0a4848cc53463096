package io.yobidashi.aws.queue;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.util.function.ToDoubleFunction;

/**
 * What a service's consumers count, as metrics. All count from the start of the consumer: where the registry still has
 * those of an earlier one of the queue, as after a restart within the process, they give way.
 */
public final class QueueMetrics {
    private static final String PREFIX = "yobidashi.queue.";

    private final MeterRegistry registry;

    public QueueMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param consumer held weakly: somebody else must keep it */
    public void watch(QueueConsumer<?> consumer) {
        String queue = consumer.status().queue().queue();
        Search.in(registry)
                .name(name -> name.startsWith(PREFIX))
                .tag("queue", queue)
                .meters()
                .forEach(registry::remove);
        counter("handled", "Messages that were done and deleted", consumer, status -> status.handled())
                .tag("queue", queue)
                .register(registry);
        counter("returned", "Messages that were given back to the queue", consumer, status -> status.returned())
                .tag("queue", queue)
                .register(registry);
        counter("rejected", "Messages that were sent to the dead letters", consumer, status -> status.rejected())
                .tag("queue", queue)
                .register(registry);
        Gauge.builder(PREFIX + "in.hand", consumer, each -> each.status().inHand())
                .description("Messages received and not yet done with")
                .tag("queue", queue)
                .register(registry);
    }

    private static FunctionCounter.Builder<QueueConsumer<?>> counter(
            String name, String description, QueueConsumer<?> consumer, ToDoubleFunction<ConsumerStatus> count) {
        return FunctionCounter.<QueueConsumer<?>>builder(
                        PREFIX + name, consumer, each -> count.applyAsDouble(each.status()))
                .description(description);
    }
}
