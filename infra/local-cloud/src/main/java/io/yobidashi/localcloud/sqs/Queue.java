package io.yobidashi.localcloud.sqs;

import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.DeliveryReceipt;
import org.elasticmq.QueueData;
import org.elasticmq.VisibilityTimeout;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.QueueActor;
import org.elasticmq.actor.queue.QueueActorStorage;
import org.elasticmq.actor.queue.QueueEventWithOperationStatus;
import org.elasticmq.actor.reply.DoNotReply;
import org.elasticmq.actor.reply.ReplyAction;
import org.elasticmq.msg.ClearQueue;
import org.elasticmq.msg.DeduplicationIdsCleanup$;
import org.elasticmq.msg.QueueMessageMsg;
import org.elasticmq.msg.QueueMsg;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.runtime.BoxedUnit;
import scala.util.Either;

/**
 * A queue of ElasticMQ with what that lacks: messages expire, a purge reaches the file, and a message that SQS itself
 * moves (to the dead-letter queue, or back by a move task) leaves the file here only when it is in the file there.
 * ElasticMQ reports its removal on its own, and not at all when a long poll found it.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // Types of Scala that do not reach Java
final class Queue extends QueueActor {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration EXPIRY_EVERY = Duration.ofSeconds(30);

    private static final scala.collection.immutable.List<QueueEventWithOperationStatus> NO_EVENTS =
            CollectionConverters.asScala(java.util.List.<QueueEventWithOperationStatus>of())
                    .toList();

    private final Option<ActorRef> keeper;
    private final Duration retention;
    private final NowProvider now;
    private long nextExpiry;
    private boolean moving;

    /** @param keeper who keeps messages in a file; empty if nobody does */
    Queue(NowProvider now, QueueData data, Links links, Duration retention) {
        super(now, data, links.deadLetters(), Option.empty(), Option.empty(), links.keeper());
        this.now = now;
        this.keeper = links.keeper();
        this.retention = retention;
    }

    @Override
    public <T> ReplyAction<T> receiveAndReply(QueueMsg<T> message) {
        ReplyAction<T> reply = super.receiveAndReply(message);
        if (message instanceof ClearQueue && keeper.isDefined()) {
            answerOnceForgotten();
            return new DoNotReply<>();
        }
        return reply;
    }

    @Override
    public ReplyAction receiveAndReplyMessageMsg(QueueMessageMsg message) {
        if (message == DeduplicationIdsCleanup$.MODULE$ && now.nowMillis() >= nextExpiry) {
            nextExpiry = now.nowMillis() + EXPIRY_EVERY.toMillis();
            expire();
        }
        return super.receiveAndReplyMessageMsg(message);
    }

    @Override
    public QueueActorStorage.ResultWithEvents receiveMessages(VisibilityTimeout hidden, int count, Option attempt) {
        moving = true;
        try {
            return super.receiveMessages(hidden, count, attempt);
        } finally {
            moving = false;
        }
    }

    @Override
    public QueueActorStorage.ResultWithEvents deleteMessage(DeliveryReceipt receipt) {
        QueueActorStorage.ResultWithEvents deletion = super.deleteMessage(receipt);
        return moving ? silently(deletion) : deletion;
    }

    /** Without those that were deleted: ElasticMQ would move them too. */
    @Override
    public Either startMovingMessages(
            ActorRef destination, Option destinationArn, String sourceArn, Option perSecond, ActorRef manager) {
        messageQueue_$eq(messageQueue().filterNot(message -> false));
        return super.startMovingMessages(destination, destinationArn, sourceArn, perSecond, manager);
    }

    @Override
    public QueueActorStorage.ResultWithEvents moveFirstMessage(ActorRef destination, ActorRef manager) {
        return silently(super.moveFirstMessage(destination, manager));
    }

    private static QueueActorStorage.ResultWithEvents silently(QueueActorStorage.ResultWithEvents result) {
        return result.copy(result.result(), NO_EVENTS);
    }

    /** Only because javac cannot see that the inherited ones agree. */
    @Override
    public ClassTag ev() {
        return super.ev();
    }

    private void answerOnceForgotten() {
        ActorRef asker = sender();
        Patterns.ask(keeper.get(), new QueueKeeper.Purged(queueData().name()), PATIENCE)
                .thenAccept(done -> asker.tell(BoxedUnit.UNIT, ActorRef.noSender()));
    }

    private void expire() {
        long oldest = now.nowMillis() - retention.toMillis();
        for (InternalMessage message :
                CollectionConverters.asJava(messageQueue().all().toList())) {
            if (message.created().toInstant().toEpochMilli() < oldest) {
                messageQueue().remove(message.id());
                if (keeper.isDefined()) {
                    keeper.get().tell(new QueueKeeper.Expired(queueData().name(), message.id()), ActorRef.noSender());
                }
            }
        }
    }

    /** Whom a queue speaks to. */
    record Links(Option<ActorRef> deadLetters, Option<ActorRef> keeper) {}
}
