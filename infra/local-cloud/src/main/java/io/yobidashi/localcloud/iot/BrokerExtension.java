package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.client.parameter.ServerInformation;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our foot inside one run of the broker: sees every inbound message before it is acknowledged, and publishes in order.
 * The broker's own publish service works in parallel, so messages that must keep their order wait for the one before.
 */
final class BrokerExtension implements ExtensionMain {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerExtension.class);
    private static final int LANES = 64;
    /** How long an acknowledgement may wait for {@link Inbound}. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Inbound inbound;
    private final ConcurrentHashMap<Integer, CompletableFuture<Void>> lastInLane = new ConcurrentHashMap<>();
    private ServerInformation server;
    private volatile PublishService publisher;

    BrokerExtension(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        server = input.getServerInformation();
        publisher = Services.publishService();
        PublishInboundInterceptor interceptor = (message, answer) -> receive(message.getPublishPacket(), answer);
        Services.initializerRegistry()
                .setClientInitializer((client, context) -> context.addPublishInboundInterceptor(interceptor));
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        lastInLane.clear();
    }

    int portOf(String listener) {
        return server.getListener().stream()
                .filter(candidate -> candidate.getName().equals(listener))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The broker has no listener " + listener))
                .getPort();
    }

    /** Never fails its caller: a broker that is on its way up or down drops messages like one that is away. */
    void publish(String topic, byte[] payload) {
        if (publisher == null) {
            return;
        }
        try {
            Publish message = Builders.publish()
                    .topic(topic)
                    .qos(Qos.AT_LEAST_ONCE)
                    .payload(ByteBuffer.wrap(payload))
                    .build();
            lastInLane.compute(lane(topic), (lane, last) -> send(last, message));
        } catch (RuntimeException e) {
            LOG.warn("The broker dropped a message to {}: {}", topic, e.toString());
        }
    }

    private CompletableFuture<Void> send(CompletableFuture<Void> last, Publish message) {
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

    private void receive(PublishPacket packet, PublishInboundOutput output) {
        byte[] payload = packet.getPayload().map(BrokerExtension::bytes).orElseGet(() -> new byte[0]);
        CompletableFuture<?> taken =
                inbound.received(packet.getTopic(), payload).toCompletableFuture();
        if (!taken.isDone()) {
            Async<PublishInboundOutput> pause = output.async(PATIENCE, TimeoutFallback.SUCCESS);
            taken.whenComplete((done, failure) -> pause.resume());
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
