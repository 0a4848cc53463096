package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from our side to the broker's subscribers. The broker's own publish service works in parallel, so messages
 * that must keep their order wait for the one before.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int LANES = 64;

    private final PublishService publisher;
    private final ConcurrentHashMap<Integer, CompletableFuture<Void>> lastInLane = new ConcurrentHashMap<>();

    Outbox(PublishService publisher) {
        this.publisher = publisher;
    }

    /** Never fails its caller: a broker that is on its way up or down drops messages like one that is away. */
    CompletableFuture<Void> send(Message message) {
        try {
            Publish publish = Builders.publish()
                    .topic(message.topic())
                    .qos(message.qos() == 0 ? Qos.AT_MOST_ONCE : Qos.AT_LEAST_ONCE)
                    .retain(message.retain())
                    .payload(ByteBuffer.wrap(message.payload()))
                    .build();
            return lastInLane.compute(lane(message.topic()), (lane, last) -> after(last, publish));
        } catch (RuntimeException e) {
            LOG.warn("The broker dropped a message to {}: {}", message.topic(), e.toString());
            return CompletableFuture.completedFuture(null);
        }
    }

    private CompletableFuture<Void> after(CompletableFuture<Void> last, Publish message) {
        CompletableFuture<Void> sent = last == null || last.isDone()
                ? publisher.publish(message)
                : last.thenCompose(done -> publisher.publish(message));
        return sent.exceptionally(failure -> {
            LOG.warn("The broker dropped a message to {}: {}", message.getTopic(), failure.toString());
            return null;
        });
    }

    /** Messages of one thing share a lane; what stands after its name does not count. */
    private static int lane(String topic) {
        String[] levels = topic.split("/", 4);
        String key = levels[0].equals("$aws") && levels.length > 2 ? levels[2] : topic;
        return Math.floorMod(key.hashCode(), LANES);
    }
}
