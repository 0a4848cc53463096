package io.yobidashi.localcloud.iot;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.client.ClientContext;
import com.hivemq.extension.sdk.api.client.parameter.ServerInformation;
import com.hivemq.extension.sdk.api.interceptor.connect.parameter.ConnectInboundOutput;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.packets.general.MqttVersion;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Our foot inside one run of the broker: sees every inbound message before it is acknowledged, and publishes. */
final class BrokerExtension implements ExtensionMain {
    /** How long an acknowledgement may wait for {@link Inbound}. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LONGEST_KEEP_ALIVE = 1_200;

    private final Inbound inbound;
    private final int shortestKeepAlive;
    private ServerInformation server;
    private volatile Outbox outbox;

    /** @param shortestKeepAlive a client that asks for less is treated as if it asked for this */
    BrokerExtension(Inbound inbound, Duration shortestKeepAlive) {
        this.inbound = inbound;
        this.shortestKeepAlive = (int) shortestKeepAlive.toSeconds();
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        server = input.getServerInformation();
        outbox = new Outbox(Services.publishService());
        BrokerGate gate = new BrokerGate();
        Services.securityRegistry().setAuthenticatorProvider(connecting -> gate);
        Services.securityRegistry().setAuthorizerProvider(connected -> gate);
        Services.interceptorRegistry()
                .setConnectInboundInterceptorProvider(
                        provided -> (connect, answer) -> limitKeepAlive(connect.getConnectPacket(), answer));
        PublishInboundInterceptor publishes = (message, answer) -> receive(message.getPublishPacket(), answer);
        SubscribeRules subscriptions = new SubscribeRules();
        Services.initializerRegistry().setClientInitializer((client, context) -> {
            String id = client.getClientInformation().getClientId();
            keepFromReserved(id, context);
            follow(context, publishes, subscriptions);
        });
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        outbox = null;
    }

    int portOf(String listener) {
        return server.getListener().stream()
                .filter(candidate -> candidate.getName().equals(listener))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The broker has no listener " + listener))
                .getPort();
    }

    /** Sends to subscribers; lost while the broker is on its way up or down. */
    CompletableFuture<Void> send(Message message) {
        Outbox current = outbox;
        return current == null ? CompletableFuture.completedFuture(null) : current.send(message);
    }

    /** Does with a client's message from another door what is done with those over MQTT. */
    CompletableFuture<Void> accept(Message message) {
        CompletableFuture<Void> decided = inbound.received(message.topic(), message.payload())
                .<Void>handle((done, failure) -> null)
                .toCompletableFuture()
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return Breach.isBasicIngest(message.topic()) ? decided : decided.thenCompose(done -> send(message));
    }

    private static void keepFromReserved(String client, ClientContext context) {
        ReservedTopics reserved =
                new ReservedTopics(Services.subscriptionStore().getSubscriptions(client));
        context.addSubscribeInboundInterceptor(reserved);
        context.addUnsubscribeInboundInterceptor(reserved);
        context.addPublishOutboundInterceptor(reserved);
    }

    private static void follow(
            ClientContext client, PublishInboundInterceptor publishes, SubscribeRules subscriptions) {
        client.addPublishInboundInterceptor(publishes);
        client.addSubscribeInboundInterceptor(subscriptions);
        client.addUnsubscribeInboundInterceptor(subscriptions);
    }

    /** The rules of AWS's quota page; the broker itself tells MQTT 5 clients the longest one. */
    private void limitKeepAlive(ConnectPacket packet, ConnectInboundOutput output) {
        int asked = packet.getKeepAlive();
        boolean untold = packet.getMqttVersion() != MqttVersion.V_5;
        if (asked > 0 && asked < shortestKeepAlive) {
            output.getConnectPacket().setKeepAlive(shortestKeepAlive);
        } else if (untold && (asked == 0 || asked > LONGEST_KEEP_ALIVE)) {
            output.getConnectPacket().setKeepAlive(LONGEST_KEEP_ALIVE);
        }
    }

    private void receive(PublishPacket packet, PublishInboundOutput output) {
        if (BrokerGate.breach(packet).isPresent()) {
            return; // The gate comes next and ends the connection.
        }
        byte[] payload = packet.getPayload().map(BrokerExtension::bytes).orElseGet(() -> new byte[0]);
        CompletableFuture<?> taken =
                inbound.received(packet.getTopic(), payload).toCompletableFuture();
        if (Breach.isBasicIngest(packet.getTopic())) {
            output.preventPublishDelivery(AckReasonCode.SUCCESS);
        }
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
