package io.yobidashi.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.yobidashi.aws.queue.ConsumerStatus;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueMetrics;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The queue doors: open while the process runs, drained when it ends. */
@Singleton
public final class Workers {
    private final QueueConsumer<Press> presses;
    private final QueueConsumer<Message> reminders;

    public Workers(QueueConsumer<Press> presses, QueueConsumer<Message> reminders) {
        this.presses = presses;
        this.reminders = reminders;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        QueueMetrics metrics = new QueueMetrics(registry);
        metrics.watch(presses);
        metrics.watch(reminders);
        presses.start();
        reminders.start();
    }

    /** Both at a time: each may take its whole drain time. */
    void stop(@Observes ShutdownEvent event) {
        CompletableFuture.allOf(CompletableFuture.runAsync(presses::stop), CompletableFuture.runAsync(reminders::stop))
                .join();
    }

    List<ConsumerStatus> statuses() {
        return List.of(presses.status(), reminders.status());
    }
}
