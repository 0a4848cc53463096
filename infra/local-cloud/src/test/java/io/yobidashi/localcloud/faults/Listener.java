package io.yobidashi.localcloud.faults;

import static org.awaitility.Awaitility.await;

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

/** The MQTT 5 client of the AWS IoT Device SDK, listening; it reconnects by itself. */
final class Listener implements AutoCloseable, Mqtt5ClientOptions.LifecycleEvents {
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Mqtt5Client client;

    record Heard(String topic, String payload) {}

    Listener(URI broker) {
        client = new Mqtt5Client(new Mqtt5ClientOptionsBuilder(broker.getHost(), (long) broker.getPort())
                .withMinReconnectDelayMs(100L)
                .withMaxReconnectDelayMs(200L)
                .withLifecycleEvents(this)
                .withPublishEvents((same, message) -> hear(message.getPublishPacket()))
                .build());
        client.start();
        awaitConnected();
    }

    void awaitConnected() {
        await().until(client::getIsConnected);
    }

    void awaitDisconnected() {
        await().until(() -> !client.getIsConnected());
    }

    void subscribe(String topic) {
        client.subscribe(new SubscribePacket.SubscribePacketBuilder(topic, QOS.AT_LEAST_ONCE).build())
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    List<String> heard(String topic) {
        return heard.stream()
                .filter(message -> message.topic().equals(topic))
                .map(Heard::payload)
                .toList();
    }

    @Override
    public void close() {
        client.stop();
        stopped.orTimeout(10, TimeUnit.SECONDS).join();
        client.close();
    }

    private void hear(PublishPacket packet) {
        heard.add(new Heard(packet.getTopic(), new String(packet.getPayload(), StandardCharsets.UTF_8)));
    }

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
