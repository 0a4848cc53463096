package io.yobidashi.localcloud.iot;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.localcloud.iot.RecordingPublisher.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;
import software.amazon.awssdk.crt.mqtt5.packets.UnsubscribePacket;

/** A real MQTT 5 client, that of the AWS IoT Device SDK, over TCP or WebSocket; it reconnects by itself. */
public final class MqttPeer implements AutoCloseable {
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Mqtt5Client client;

    public MqttPeer(URI broker) {
        Mqtt5ClientOptionsBuilder options = new Mqtt5ClientOptionsBuilder(broker.getHost(), (long) broker.getPort())
                .withMinReconnectDelayMs(100L)
                .withMaxReconnectDelayMs(200L)
                .withLifecycleEvents(new Life())
                .withPublishEvents((same, message) -> keep(message.getPublishPacket()));
        if (broker.getScheme().equals("ws")) {
            options.withWebsocketHandshakeTransform(args -> args.complete(args.getHttpRequest()));
        }
        client = new Mqtt5Client(options.build());
        client.start();
        awaitConnected();
    }

    /** For what more the SDK builds upon it. */
    public Mqtt5Client client() {
        return client;
    }

    public void awaitConnected() {
        await().until(client::getIsConnected);
    }

    public void awaitDisconnected() {
        await().until(() -> !client.getIsConnected());
    }

    public void subscribe(String filter) {
        done(client.subscribe(new SubscribePacket.SubscribePacketBuilder(filter, QOS.AT_LEAST_ONCE).build()));
    }

    public void unsubscribe(String filter) {
        done(client.unsubscribe(new UnsubscribePacket.UnsubscribePacketBuilder(filter).build()));
    }

    /** Returns once the broker has acknowledged. */
    public void publish(String topic, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        done(client.publish(new PublishPacket.PublishPacketBuilder(topic, QOS.AT_LEAST_ONCE, bytes).build()));
    }

    /** The first message of that topic, waited for. */
    public JsonNode awaitFirst(String topic) {
        return awaitAll(topic, 1).get(0);
    }

    public List<JsonNode> awaitAll(String topic, int count) {
        return await().until(() -> bodies(topic), bodies -> bodies.size() >= count);
    }

    private List<JsonNode> bodies(String topic) {
        return received.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Message::body)
                .toList();
    }

    @Override
    public void close() {
        client.stop();
        done(stopped);
        client.close();
    }

    private void keep(PublishPacket packet) {
        String text = new String(packet.getPayload(), StandardCharsets.UTF_8);
        received.add(new Message(packet.getTopic(), RecordingPublisher.json(text)));
    }

    private static void done(CompletableFuture<?> future) {
        future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private final class Life implements Mqtt5ClientOptions.LifecycleEvents {
        @Override
        public void onAttemptingConnect(Mqtt5Client same, OnAttemptingConnectReturn event) {}

        @Override
        public void onConnectionSuccess(Mqtt5Client same, OnConnectionSuccessReturn event) {}

        @Override
        public void onConnectionFailure(Mqtt5Client same, OnConnectionFailureReturn event) {}

        @Override
        public void onDisconnection(Mqtt5Client same, OnDisconnectionReturn event) {}

        @Override
        public void onStopped(Mqtt5Client same, OnStoppedReturn event) {
            stopped.complete(null);
        }
    }
}
