package io.yobidashi.localcloud.iot;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import io.yobidashi.localcloud.port.HeldPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * The MQTT broker: HiveMQ Community Edition in this process, MQTT 3.1.1 and 5, over TCP and over WebSocket at
 * {@code /mqtt}, open to anybody. Sessions are kept in memory only. It can be stopped and started again on the ports
 * that it got first.
 */
public final class MqttBroker implements Publisher, AutoCloseable {
    private final Path folder;
    private final String host;
    private final Limits limits;
    private final HeldPort held = new HeldPort();
    private final HeldPort heldForWebSocket = new HeldPort();
    private int port;
    private int webSocketPort;
    private volatile Session session;
    private volatile boolean running;

    /**
     * @param folder a place for the broker's configuration, made if absent
     */
    public MqttBroker(Path folder, Address address) {
        this(folder, address, Limits.ofAws());
    }

    public MqttBroker(Path folder, Address address, Limits limits) {
        this.folder = folder;
        this.limits = limits;
        this.host = address.host();
        this.port = address.port();
        this.webSocketPort = address.webSocketPort();
    }

    /**
     * Starts the broker, if it is not running, and waits until it listens.
     *
     * @param inbound is told the topic and payload of each message before the broker acknowledges it
     */
    public synchronized void start(Inbound inbound) {
        if (session != null) {
            return;
        }
        BrokerExtension extension = new BrokerExtension(inbound, limits.shortestKeepAlive());
        EmbeddedHiveMQ hivemq = embed(extension);
        // Set before the ports open: a client that is back at once must not miss what is published from then on.
        session = new Session(hivemq, extension);
        release();
        try {
            hivemq.start().join();
        } catch (CompletionException e) {
            stop();
            throw new IllegalStateException("The broker did not start: " + e.getCause(), e.getCause());
        }
        port = extension.portOf("tcp");
        webSocketPort = extension.portOf("websocket");
        running = true;
    }

    /** Stops the broker, if it is running: its clients are disconnected, its ports closed. */
    public synchronized void stop() {
        Session ending = session;
        running = false;
        session = null;
        if (ending != null) {
            close(ending.hivemq());
            held.hold(host, port);
            heldForWebSocket.hold(host, webSocketPort);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        release();
    }

    @Override
    public void publish(String topic, byte[] payload) {
        Session current = session;
        if (current != null) {
            current.extension().send(new Message(topic, payload, 1, false));
        }
    }

    /**
     * Takes a client's message that came through another door as if it had come over MQTT.
     *
     * @return false at once while the broker is away; else true when {@link Inbound} has it and it was sent
     */
    CompletionStage<Boolean> accept(Message message) {
        Session current = session;
        return current == null
                ? CompletableFuture.completedStage(false)
                : current.extension().accept(message).thenApply(done -> true);
    }

    public boolean running() {
        return running;
    }

    public synchronized int port() {
        return port;
    }

    public synchronized int webSocketPort() {
        return webSocketPort;
    }

    private void release() {
        held.release();
        heldForWebSocket.release();
    }

    private EmbeddedHiveMQ embed(BrokerExtension extension) {
        // A client that publishes to $aws/… would be disconnected otherwise.
        InternalConfigurations.MQTT_ALLOW_DOLLAR_TOPICS.set(true);
        // With sessions in memory there is nothing to write at the end that would be worth waiting for.
        InternalConfigurations.PERSISTENCE_SHUTDOWN_GRACE_PERIOD_MSEC.set(50);
        try {
            Path configuration = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(configuration.resolve("config.xml"), configuration());
            return EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(configuration)
                    .withDataFolder(Files.createDirectories(folder.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                    .withEmbeddedExtension(extensionOf(extension))
                    .withoutLoggingBootstrap()
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to set up the broker in " + folder, e);
        }
    }

    private static EmbeddedExtension extensionOf(BrokerExtension extension) {
        return EmbeddedExtension.builder()
                .withId("device-shadow")
                .withName("Device Shadow service")
                .withVersion("1")
                .withAuthor("Yobidashi")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(extension)
                .build();
    }

    private String configuration() throws IOException {
        try (InputStream template = MqttBroker.class.getResourceAsStream("hivemq.xml")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${host}", host)
                    .replace(
                            "${connectWithin}",
                            Long.toString(limits.connectWithin().toMillis()))
                    .replace("${port}", Integer.toString(port))
                    .replace("${webSocketPort}", Integer.toString(webSocketPort));
        }
    }

    private static void close(EmbeddedHiveMQ hivemq) {
        try {
            hivemq.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not stop", e.getCause());
        }
    }

    /**
     * Where the broker listens.
     *
     * @param port TCP, 0 for any free one
     * @param webSocketPort 0 for any free one
     */
    public record Address(String host, int port, int webSocketPort) {}

    /**
     * How patient the broker is.
     *
     * @param connectWithin a connection that sent no CONNECT by then is closed
     * @param shortestKeepAlive in whole seconds; less is not granted
     */
    public record Limits(Duration connectWithin, Duration shortestKeepAlive) {
        /** The keep-alive is that of AWS's quota page; how long it waits for a CONNECT is not documented. */
        public static Limits ofAws() {
            return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
        }

        public Limits connectingWithin(Duration other) {
            return new Limits(other, shortestKeepAlive);
        }
    }

    private record Session(EmbeddedHiveMQ hivemq, BrokerExtension extension) {}
}
