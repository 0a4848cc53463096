package io.yobidashi.reset;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.yobidashi.aws.queue.ConsumerSettings;
import io.yobidashi.aws.queue.Decoder;
import io.yobidashi.aws.queue.Handling;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.handler.ResetHandler;
import io.yobidashi.core.handler.Sweeper;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the service together: the queue of resets on one side, the sweep on the other, the same handler behind both. */
@Singleton
public class ResetService {

    @Produces
    @Singleton
    ResetHandler resets(Transition transition, Shadows shadows, Rosters rosters, SqsSender sender, Clock clock) {
        return new ResetHandler(transition, shadows, rosters, sender, clock);
    }

    @Produces
    @Singleton
    QueueConsumer<Reset> consumer(SqsAsyncClient client, ResetHandler resets, Clock clock) {
        Handling<Reset> handling = new Handling<>(Decoder.json(Reset.class), Reset::person, new ResetMessages(resets));
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.RESETS), handling, clock);
    }

    @Produces
    @Singleton
    Sweep sweep(
            Shadows shadows, Rosters rosters, SqsSender sender, ResetHandler resets, Clock clock, Settings settings) {
        return new Sweep(new Sweeper(
                shadows,
                rosters,
                sender,
                resets,
                clock,
                SweepSettings.of(settings).grace()));
    }

    void start(@Observes StartupEvent event, QueueConsumer<Reset> consumer) {
        consumer.start();
    }

    /** The first sweep comes one interval after the start: timers that waited in the queue go first. */
    void schedule(@Observes StartupEvent event, Scheduler scheduler, Settings settings, Sweep sweep) {
        String every = SweepSettings.of(settings).every().toString();
        scheduler
                .newJob("sweep")
                .setInterval(every)
                .setDelayed(every)
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> sweep.run())
                .schedule();
    }

    void stop(@Observes ShutdownEvent event, QueueConsumer<Reset> consumer, Sweep sweep) {
        sweep.stop();
        consumer.stop();
    }
}
