package io.yobidashi.localcloud.sqs;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.QueueData;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.reflect.ClassTag;

/** All queues of a server, with the limits of AWS. */
@SuppressWarnings({"rawtypes", "unchecked"}) // Types of Scala that do not reach Java
final class AllQueues extends QueueManagerActor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final QueuePlan plan;

    AllQueues(NowProvider now, QueuePlan plan, Option<ActorRef> keeper) {
        super(now, StrictSQSLimits$.MODULE$, keeper);
        this.plan = plan;
    }

    @Override
    public ActorRef createQueueActor(NowProvider now, QueueData data, Option<ActorRef> keeper) {
        if (keeper.isDefined()) {
            keepFirst(keeper.get(), data);
        }
        Option<ActorRef> deadLetters = data.deadLettersQueue().isEmpty()
                ? Option.empty()
                : existing(data.deadLettersQueue().get().name());
        return context()
                .actorOf(
                        Props.create(
                                Queue.class,
                                () -> new Queue(
                                        now,
                                        data,
                                        new Queue.Links(deadLetters, keeper),
                                        plan.retentionOf(data.name()))),
                        "queue-" + data.name() + "-" + UUID.randomUUID());
    }

    /** Only because javac cannot see that the inherited ones agree. */
    @Override
    public ClassTag ev() {
        return super.ev();
    }

    /** ElasticMQ would answer first: a queue that was made a moment before the process died would be gone. */
    private static void keepFirst(ActorRef keeper, QueueData data) {
        try {
            Patterns.ask(keeper, new QueueEvent.QueueCreated(data), PATIENCE)
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Queue " + data.name() + " cannot be kept", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while queue " + data.name() + " was kept", e);
        }
    }

    private Option<ActorRef> existing(String queue) {
        return queues().contains(queue) ? Option.apply(queues().apply(queue).actorRef()) : Option.empty();
    }
}
