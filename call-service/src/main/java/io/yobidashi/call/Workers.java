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
import java.util.concurrent.Executor;

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

    /** Both at a time, since each may take its whole drain time: the common pool of a small machine has one thread. */
    void stop(@Observes ShutdownEvent event) {
        Executor threads = task -> new Thread(task, "stop").start();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(presses::stop, threads),
                        CompletableFuture.runAsync(reminders::stop, threads))
                .join();
    }

    List<ConsumerStatus> statuses() {
        return List.of(presses.status(), reminders.status());
    }
}
