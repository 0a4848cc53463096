package io.yobidashi.localcloud;

import io.javalin.config.RoutesConfig;
import io.yobidashi.localcloud.buttons.ButtonsDoor;
import io.yobidashi.localcloud.buttons.VirtualButtons;
import io.yobidashi.localcloud.iot.MqttBroker;
import io.yobidashi.localcloud.iot.ShadowDoor;
import io.yobidashi.localcloud.iot.ShadowTopics;
import io.yobidashi.localcloud.iot.Shadows;
import io.yobidashi.localcloud.slack.Conversation;
import io.yobidashi.localcloud.slack.OutgoingWebhook;
import io.yobidashi.localcloud.slack.SlackDoor;
import io.yobidashi.localcloud.slack.SlackStream;
import io.yobidashi.localcloud.sqs.SqsServer;
import io.yobidashi.localcloud.store.Store;
import io.yobidashi.localcloud.web.Health;
import io.yobidashi.localcloud.web.WebServer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The cloud on a laptop: SQS, an MQTT broker with the Device Shadow service, a Slack to click and virtual buttons, in
 * this JVM, as real servers on real ports. Parts can be taken away and brought back on the same port, for tests.
 */
public final class LocalCloud implements AutoCloseable {
    private final LocalCloudConfig config;
    private final DataFolder folder;
    private final Store store;
    private final SqsServer sqs;
    private final MqttBroker broker;
    private final Shadows shadows;
    private final ShadowTopics shadowTopics;
    private final SlackStream slackStream = new SlackStream();
    private WebServer web;

    private LocalCloud(LocalCloudConfig config) {
        Ports ports = config.ports();
        this.config = config;
        this.folder = DataFolder.open(config.data());
        this.store = config.data().isPresent() ? Store.open(folder.path().resolve("cloud.mv.db")) : Store.inMemory();
        this.sqs = config.data().isPresent()
                ? SqsServer.keptIn(folder.path().resolve("sqs.mv.db"), ports.host(), ports.sqs())
                : new SqsServer(ports.host(), ports.sqs());
        this.broker = new MqttBroker(
                folder.path().resolve("mqtt"),
                new MqttBroker.Address(ports.host(), ports.mqtt(), ports.mqttWebSocket()));
        this.shadows = new Shadows(config.clock(), broker, store.shelf("shadows"));
        this.shadowTopics = new ShadowTopics(shadows, broker);
    }

    /**
     * Starts everything and waits until it can be used.
     *
     * @throws Ports.TakenPort if another process holds one of the ports
     */
    public static LocalCloud start(LocalCloudConfig config) {
        config.ports().requireFree();
        LocalCloud cloud = new LocalCloud(config);
        try {
            cloud.open();
            return cloud;
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    public Endpoints endpoints() {
        return Endpoints.onThisMachine(
                new Ports(config.ports().host(), web.port(), sqs.port(), broker.port(), broker.webSocketPort()));
    }

    /** Closes the door of SQS; queues and messages stay, delays and visibility go on. */
    public void stopSqs() {
        sqs.stop();
    }

    /** Opens SQS again on its port; queues that were deleted meanwhile are made anew. */
    public void startSqs() {
        sqs.start();
    }

    /** Disconnects every MQTT client and closes the ports; shadows stay and can be used over REST. */
    public void stopBroker() {
        broker.stop();
    }

    /** Opens the broker again on its ports; what was published meanwhile is lost to subscribers. */
    public void startBroker() {
        broker.start(shadowTopics);
    }

    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
        slackStream.close();
        CompletableFuture<Void> sqsEnd = CompletableFuture.runAsync(sqs::close);
        broker.close();
        sqsEnd.join();
        store.close();
        folder.close();
    }

    private void open() {
        CompletableFuture<Void> sqsStart = CompletableFuture.runAsync(this::startSqs);
        startBroker();
        try {
            sqsStart.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("SQS did not start: " + e.getCause().getMessage(), e.getCause());
        }
        web = WebServer.start(config.ports().host(), config.ports().http(), this::addDoors);
    }

    private void addDoors(RoutesConfig routes) {
        Conversation conversation = new Conversation(config.roster().channel(), config.clock(), slackStream::show);
        OutgoingWebhook outgoing = new OutgoingWebhook(
                config.neighbours().ackService(), config.secrets().slack().outgoingToken());
        VirtualButtons buttons = new VirtualButtons(
                config.neighbours().callService(), config.secrets().beam(), config.clock());
        new ShadowDoor(shadows, broker).addTo(routes);
        new SlackDoor(config.roster(), conversation, outgoing).addTo(routes);
        slackStream.addTo(routes, conversation::messages);
        new ButtonsDoor(config.roster(), buttons).addTo(routes);
        new About(config.roster(), config.neighbours(), this::endpoints).addTo(routes);
        health().addTo(routes);
    }

    private Health health() {
        return new Health(
                Map.of("sqs", sqs::running, "mqtt", broker::running),
                Map.of("local_cloud_shadow_updates_total", shadows::updates));
    }
}
