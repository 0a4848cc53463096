package io.yobidashi.aws.queue;

import io.yobidashi.aws.queue.ConsumerStatus.Away;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How a service's consumers are doing, as details of a check that is always up: a queue that is away makes nobody
 * better off by a restart or by traffic that goes elsewhere. The service registers it as its readiness check.
 */
public final class QueueHealth implements HealthCheck {
    private final Supplier<List<ConsumerStatus>> statuses;

    public QueueHealth(Supplier<List<ConsumerStatus>> statuses) {
        this.statuses = statuses;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("queues").up();
        for (ConsumerStatus status : statuses.get()) {
            String queue = status.queue().queue();
            answer.withData(queue, word(status.queueAway(), "receiving"));
            answer.withData(queue + " needs", word(status.dependencyAway(), "within reach"));
            answer.withData(queue + " in hand", status.inHand());
            answer.withData(queue + " dead letters since start", status.rejected());
            if (status.lastReceive() != null) {
                answer.withData(queue + " last answer", status.lastReceive().toString());
            }
        }
        return answer.build();
    }

    private static String word(@Nullable Away away, String otherwise) {
        return away == null ? otherwise : "away since " + away.since() + ": " + away.reason();
    }
}
