package io.yobidashi.localcloud.sqs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.msg.CreateQueue;
import org.elasticmq.msg.RestoreMessages;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/** The queues of a server behind its door: in memory, or in memory and in a file. */
record Queues(ActorRef manager, Optional<Kept> kept) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Queues inMemory(ActorSystem actors, QueuePlan plan, NowProvider now) {
        return new Queues(manager(actors, now, plan, Option.empty()), Optional.empty());
    }

    /**
     * The file and who writes it.
     *
     * @param keeper writes one change after another
     */
    private record Kept(KeptQueues file, ActorRef keeper) {}

    /**
     * With all that the file holds.
     *
     * @throws IllegalStateException if the file is in use
     */
    static Queues keptIn(Path path, ActorSystem actors, QueuePlan plan, NowProvider now) {
        KeptQueues file = KeptQueues.open(path);
        ActorRef keeper = actors.actorOf(Props.create(QueueKeeper.class, () -> new QueueKeeper(file))
                .withDispatcher("pekko.actor.default-blocking-io-dispatcher"));
        ActorRef manager = manager(actors, now, plan, Option.apply(keeper));
        file.found().forEach(kept -> restore(kept, manager));
        return new Queues(manager, Optional.of(new Kept(file, keeper)));
    }

    /** Waits until what was answered so far is in the file; nothing is kept from then on. */
    void settle() {
        kept.ifPresent(it -> await(Patterns.gracefulStop(it.keeper(), PATIENCE)));
    }

    /** To be closed when no actor lives any more. */
    @Override
    public void close() {
        kept.map(Kept::file).ifPresent(KeptQueues::close);
    }

    private static ActorRef manager(ActorSystem actors, NowProvider now, QueuePlan plan, Option<ActorRef> keeper) {
        return actors.actorOf(Props.create(AllQueues.class, () -> new AllQueues(now, plan, keeper)));
    }

    private static void restore(KeptQueues.KeptQueue kept, ActorRef manager) {
        Object queue = answer(manager, new CreateQueue(kept.queue().toCreateQueueData()));
        if (!(queue instanceof Either<?, ?> made) || !(made.getOrElse(() -> null) instanceof ActorRef actor)) {
            throw new IllegalStateException("Queue " + kept.queue().name() + " cannot be restored: " + queue);
        }
        answer(
                actor,
                new RestoreMessages(
                        CollectionConverters.asScala(kept.messages()).toList()));
    }

    private static Object answer(ActorRef actor, Object question) {
        return await(Patterns.ask(actor, question, PATIENCE));
    }

    private static <T> T await(CompletionStage<T> done) {
        try {
            return done.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The queues did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the queues", e);
        }
    }
}
