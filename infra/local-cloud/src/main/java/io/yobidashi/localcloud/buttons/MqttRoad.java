package io.yobidashi.localcloud.buttons;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Publishes as a button does that sleeps in between: a connection of its own for each message, QoS 1, then away. */
final class MqttRoad {
    private static final int CONNECT_SECONDS = 5;
    /** Longer than the broker may hold an acknowledgement back. */
    private static final int ANSWER_MILLIS = 12_000;

    private static final int AT_LEAST_ONCE = 1;
    /** Milliseconds to wait for messages under way: there is none, or it is given up. */
    private static final long NOTHING_IN_FLIGHT = 0;

    private final Supplier<URI> broker;

    MqttRoad(Supplier<URI> broker) {
        this.broker = broker;
    }

    Answer send(Transmission.Mqtt message) {
        String address = broker.get().toString().replaceFirst("^mqtt:", "tcp:");
        try (MqttClient client = new MqttClient(address, MqttClient.generateClientId(), new MemoryPersistence())) {
            publish(client, message);
            return new Answer("mqtt", 200, "text/plain", "acknowledged");
        } catch (MqttException e) {
            return Answer.nobody(
                    "mqtt", "The broker did not acknowledge (MQTT client code " + e.getReasonCode() + ").");
        }
    }

    private static void publish(MqttClient client, Transmission.Mqtt message) throws MqttException {
        client.setTimeToWait(ANSWER_MILLIS);
        client.connect(options());
        try {
            client.publish(message.topic(), message.body().getBytes(StandardCharsets.UTF_8), AT_LEAST_ONCE, false);
        } finally {
            leave(client);
        }
    }

    private static void leave(MqttClient client) throws MqttException {
        if (client.isConnected()) {
            client.disconnect(NOTHING_IN_FLIGHT);
        }
    }

    private static MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        return options;
    }
}
