package io.yobidashi.localcloud.conformance;

import io.yobidashi.localcloud.Endpoints;
import io.yobidashi.localcloud.iot.MqttPeer;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.crt.iot.MqttRequestResponseClientOptions;
import software.amazon.awssdk.crt.mqtt.MqttClient;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.MqttConnectionConfig;
import software.amazon.awssdk.iot.iotshadow.IotShadowV2Client;

/** The ways by which the AWS IoT Device SDK can reach a broker. */
enum DeviceRoad {
    MQTT5 {
        @Override
        Device connect(Endpoints cloud) {
            return mqtt5(cloud.mqtt());
        }
    },
    MQTT5_OVER_WEBSOCKET {
        @Override
        Device connect(Endpoints cloud) {
            return mqtt5(cloud.mqttWebSocket());
        }
    },
    MQTT311 {
        @Override
        Device connect(Endpoints cloud) {
            try (MqttClient client = new MqttClient();
                    MqttConnectionConfig config = new MqttConnectionConfig()) {
                config.setMqttClient(client);
                config.setClientId(UUID.randomUUID().toString());
                config.setEndpoint("localhost");
                config.setPort(cloud.mqtt().getPort());
                MqttClientConnection connection = new MqttClientConnection(config);
                done(connection.connect());
                return new Device(IotShadowV2Client.newFromMqtt311(connection, requests()), () -> {
                    done(connection.disconnect());
                    connection.close();
                });
            }
        }
    };

    abstract Device connect(Endpoints cloud);

    private static Device mqtt5(URI broker) {
        MqttPeer peer = new MqttPeer(broker);
        return new Device(IotShadowV2Client.newFromMqtt5(peer.client(), requests()), peer::close);
    }

    private static MqttRequestResponseClientOptions requests() {
        return MqttRequestResponseClientOptions.builder()
                .withMaxRequestResponseSubscriptions(8)
                .withMaxStreamingSubscriptions(4)
                .withOperationTimeoutSeconds(15)
                .build();
    }

    private static void done(CompletableFuture<?> future) {
        future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** A connected shadow client. */
    record Device(IotShadowV2Client shadows, Runnable disconnect) implements AutoCloseable {
        @Override
        public void close() {
            shadows.close();
            disconnect.run();
        }
    }
}
