package io.yobidashi.dashboard.feed;

import io.yobidashi.core.settings.BadSettingException;
import io.yobidashi.core.settings.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.CrtRuntimeException;
import software.amazon.awssdk.crt.io.SocketOptions;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.packets.ConnectPacket;
import software.amazon.awssdk.iot.AwsIotMqtt5ClientBuilder;

/**
 * Where the broker is and how it is spoken to, by settings alone: {@code mqtt://host} in plain TCP (a local broker),
 * {@code mqtts://host} with a client certificate, {@code wss://host} signed with SigV4 by the credentials of the
 * SDK's default chain, asked anew at each connection because they expire.
 *
 * @param certificate PEM file, with {@code key}: both or neither
 * @param region for signing; absent: read from the host's name, as AWS makes them
 * @param keepAlive after so long a silence the broker is asked whether it is still there
 */
public record MqttAddress(
        Transport transport,
        String host,
        long port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable String region,
        Duration keepAlive) {
    static final String URL = "YOBIDASHI_MQTT_URL";
    static final String CERTIFICATE = "YOBIDASHI_MQTT_CERT";
    static final String KEY = "YOBIDASHI_MQTT_KEY";
    static final String KEEP_ALIVE = "YOBIDASHI_MQTT_KEEP_ALIVE";

    private static final long FIRST_BACK_OFF_MS = 200;
    private static final long LONGEST_BACK_OFF_MS = 2_000;
    private static final int CONNECT_TIMEOUT_MS = 3_000;
    private static final long HANDSHAKE_TIMEOUT_MS = 5_000;
    private static final long ACKNOWLEDGE_TIMEOUT_S = 5;
    private static final Duration SLOWEST_PING = Duration.ofSeconds(5);

    /** How the connection is made, with what is usual for it. */
    enum Transport {
        /** The broker is near: a dead connection is noticed within 5 s. */
        MQTT(1883, Duration.ofSeconds(3)),
        /** AWS IoT Core refuses keep-alives under 30 s. */
        MQTTS(8883, Duration.ofSeconds(30)),
        WSS(443, Duration.ofSeconds(30));

        private final int port;
        private final Duration keepAlive;

        Transport(int port, Duration keepAlive) {
            this.port = port;
            this.keepAlive = keepAlive;
        }
    }

    /** @throws BadSettingException naming the setting that is missing or makes no sense */
    public static MqttAddress of(Settings settings) {
        URI url = url(settings.required(URL, "where the MQTT broker is, such as mqtt://localhost:1883"));
        Transport transport = transport(url);
        return new MqttAddress(
                transport,
                url.getHost(),
                url.getPort() < 0 ? transport.port : url.getPort(),
                file(settings, CERTIFICATE, transport),
                file(settings, KEY, transport),
                settings.text("AWS_REGION").orElse(null),
                keepAlive(settings, transport));
    }

    private static URI url(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && url.getScheme() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new BadSettingException(URL, "is '" + text + "', no address such as mqtt://localhost:1883");
        }
        throw new BadSettingException(URL, "is '" + text + "', no address such as mqtt://localhost:1883");
    }

    private static Transport transport(URI url) {
        return switch (url.getScheme()) {
            case "mqtt" -> Transport.MQTT;
            case "mqtts" -> Transport.MQTTS;
            case "wss" -> Transport.WSS;
            default -> throw new BadSettingException(URL, "is '" + url + "', none of mqtt://, mqtts:// and wss://");
        };
    }

    private static @Nullable Path file(Settings settings, String name, Transport transport) {
        if (transport != Transport.MQTTS) {
            return null;
        }
        Path file = Path.of(settings.required(name, "an mqtts:// broker wants a certificate and its key (PEM files)"));
        if (!Files.isReadable(file)) {
            throw new BadSettingException(name, "is '" + file + "', no readable file");
        }
        return file;
    }

    private static Duration keepAlive(Settings settings, Transport transport) {
        Duration keepAlive = settings.duration(KEEP_ALIVE, transport.keepAlive);
        if (keepAlive.compareTo(Duration.ofSeconds(2)) < 0 || keepAlive.compareTo(Duration.ofSeconds(1200)) > 0) {
            throw new BadSettingException(KEEP_ALIVE, "is neither 2s nor 1200s nor between them");
        }
        return keepAlive;
    }

    /**
     * A client for this address, not started yet, under an id that no other process has: two clients of one id would
     * throw each other out for ever.
     */
    Mqtt5Client client(Mqtt5ClientOptions.LifecycleEvents life, Mqtt5ClientOptions.PublishEvents messages) {
        ConnectPacket.ConnectPacketBuilder connect = new ConnectPacket.ConnectPacketBuilder()
                .withClientId("yobidashi-board-" + UUID.randomUUID())
                .withKeepAliveIntervalSeconds(keepAlive.toSeconds());
        try (SocketOptions socket = new SocketOptions()) {
            socket.connectTimeoutMs = CONNECT_TIMEOUT_MS;
            return switch (transport) {
                case MQTT -> plain(connect, socket, life, messages);
                case MQTTS, WSS -> aws(connect, socket, life, messages);
            };
        } catch (CrtRuntimeException e) {
            throw new BadSettingException(URL, "can't be used: " + e.getMessage());
        }
    }

    private Mqtt5Client plain(
            ConnectPacket.ConnectPacketBuilder connect,
            SocketOptions socket,
            Mqtt5ClientOptions.LifecycleEvents life,
            Mqtt5ClientOptions.PublishEvents messages) {
        return new Mqtt5Client(new Mqtt5ClientOptions.Mqtt5ClientOptionsBuilder(host, port)
                .withConnectOptions(connect.build())
                .withSocketOptions(socket)
                .withSessionBehavior(Mqtt5ClientOptions.ClientSessionBehavior.CLEAN)
                .withOfflineQueueBehavior(Mqtt5ClientOptions.ClientOfflineQueueBehavior.FAIL_ALL_ON_DISCONNECT)
                .withMinReconnectDelayMs(FIRST_BACK_OFF_MS)
                .withMaxReconnectDelayMs(LONGEST_BACK_OFF_MS)
                .withConnackTimeoutMs(HANDSHAKE_TIMEOUT_MS)
                .withAckTimeoutSeconds(ACKNOWLEDGE_TIMEOUT_S)
                .withPingTimeoutMs(pingTimeout().toMillis())
                .withLifecycleEvents(life)
                .withPublishEvents(messages)
                .build());
    }

    private Mqtt5Client aws(
            ConnectPacket.ConnectPacketBuilder connect,
            SocketOptions socket,
            Mqtt5ClientOptions.LifecycleEvents life,
            Mqtt5ClientOptions.PublishEvents messages) {
        try (AwsIotMqtt5ClientBuilder builder = builder()) {
            return builder.withPort(port)
                    .withConnectProperties(connect)
                    .withSocketOptions(socket)
                    .withSessionBehavior(Mqtt5ClientOptions.ClientSessionBehavior.CLEAN)
                    .withOfflineQueueBehavior(Mqtt5ClientOptions.ClientOfflineQueueBehavior.FAIL_ALL_ON_DISCONNECT)
                    .withMinReconnectDelayMs(FIRST_BACK_OFF_MS)
                    .withMaxReconnectDelayMs(LONGEST_BACK_OFF_MS)
                    .withConnackTimeoutMs(HANDSHAKE_TIMEOUT_MS)
                    .withAckTimeoutSeconds(ACKNOWLEDGE_TIMEOUT_S)
                    .withPingTimeoutMs(pingTimeout().toMillis())
                    .withLifeCycleEvents(life)
                    .withPublishEvents(messages)
                    .build();
        }
    }

    private AwsIotMqtt5ClientBuilder builder() {
        if (transport == Transport.MQTTS) {
            return AwsIotMqtt5ClientBuilder.newDirectMqttBuilderWithMtlsFromPath(
                    host, String.valueOf(certificate), String.valueOf(key));
        }
        AwsIotMqtt5ClientBuilder.WebsocketSigv4Config signing = new AwsIotMqtt5ClientBuilder.WebsocketSigv4Config();
        signing.region = region;
        return AwsIotMqtt5ClientBuilder.newWebsocketMqttBuilderWithSigv4Auth(host, signing);
    }

    /** The broker's answer must come before it would be asked again. */
    private Duration pingTimeout() {
        Duration latest = keepAlive.minusSeconds(1);
        return latest.compareTo(SLOWEST_PING) < 0 ? latest : SLOWEST_PING;
    }
}
