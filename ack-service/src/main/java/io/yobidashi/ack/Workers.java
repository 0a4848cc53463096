package io.yobidashi.ack;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.yobidashi.ack.reply.PrivateMessages;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueMetrics;
import io.yobidashi.core.message.Answer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The queue door: open while the process runs, drained when it ends. */
@Singleton
public final class Workers {
    private final QueueConsumer<Answer> answers;
    private final PrivateMessages replies;

    public Workers(QueueConsumer<Answer> answers, PrivateMessages replies) {
        this.answers = answers;
        this.replies = replies;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        new QueueMetrics(registry).watch(answers);
        answers.start();
    }

    void stop(@Observes ShutdownEvent event) {
        answers.stop();
        replies.stop();
    }
}
