package io.yobidashi.localcloud.sqs;

import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.Status;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what happens to queues and messages into the file, one after another; ElasticMQ answers a request once its
 * changes are confirmed here. ElasticMQ's own actor for it is not used: after its first error it forgets all queues and
 * confirms what it does not write.
 */
final class QueueKeeper extends AbstractActor {
    private static final Logger LOG = LoggerFactory.getLogger(QueueKeeper.class);

    private final KeptQueues queues;

    QueueKeeper(KeptQueues queues) {
        this.queues = queues;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(
                        QueueEvent.MessageAdded.class,
                        event -> write(() -> queues.add(event.queueName(), event.message())))
                .match(
                        QueueEvent.MessageUpdated.class,
                        event -> write(() -> queues.update(event.queueName(), event.message())))
                .match(
                        QueueEvent.MessageRemoved.class,
                        event -> write(() -> queues.remove(event.queueName(), event.messageId())))
                .match(Expired.class, event -> write(() -> queues.remove(event.queue(), event.message())))
                .match(Purged.class, event -> write(() -> queues.purge(event.queue())))
                .match(QueueEvent.QueueCreated.class, event -> write(() -> queues.create(event.queue())))
                .match(QueueEvent.QueueMetadataUpdated.class, event -> write(() -> queues.create(event.queue())))
                .match(QueueEvent.QueueDeleted.class, event -> write(() -> queues.delete(event.queueName())))
                .build();
    }

    /** What is not written is not confirmed: the client gets no 200. */
    private void write(Runnable change) {
        try {
            change.run();
            getSender().tell(OperationSuccessful$.MODULE$, getSelf());
        } catch (RuntimeException e) {
            LOG.error("A change of the queues was not written, so its request is not answered: {}", e.getMessage());
            getSender().tell(new Status.Failure(e), getSelf());
        }
    }

    /** A queue was emptied. */
    record Purged(String queue) {}

    /** A message was kept as long as its queue keeps any. */
    record Expired(String queue, String message) {}
}
