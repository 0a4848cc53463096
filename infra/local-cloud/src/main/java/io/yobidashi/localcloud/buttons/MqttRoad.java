package io.yobidashi.localcloud.buttons;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Publishes as a button does that sleeps in between: a connection of its own for each message, QoS 1, then away. */
final class MqttRoad {
    private static final int CONNECT_SECONDS = 5;
    /** Longer than the broker may hold an acknowledgement back. */
    private static final int ANSWER_SECONDS = 12;

    private final Supplier<URI> broker;

    MqttRoad(Supplier<URI> broker) {
        this.broker = broker;
    }

    Answer send(Transmission.Mqtt message) {
        Mqtt3AsyncClient client = client(broker.get());
        try {
            client.connect().join();
            publish(client, message).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
            return new Answer("mqtt", 200, "text/plain", "acknowledged");
        } catch (CompletionException e) {
            return Answer.nobody("mqtt", "The broker did not acknowledge.");
        } finally {
            client.disconnect();
        }
    }

    private static Mqtt3AsyncClient client(URI address) {
        return Mqtt3Client.builder()
                .identifier("button-" + UUID.randomUUID())
                .transportConfig()
                .serverHost(address.getHost())
                .serverPort(address.getPort())
                .socketConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .mqttConnectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .applyTransportConfig()
                .buildAsync();
    }

    private static CompletableFuture<?> publish(Mqtt3AsyncClient client, Transmission.Mqtt message) {
        return client.publishWith()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.body().getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
