package io.yobidashi.localcloud;

import io.javalin.config.RoutesConfig;
import io.yobidashi.localcloud.buttons.ButtonsDoor;
import io.yobidashi.localcloud.buttons.Encoder;
import io.yobidashi.localcloud.buttons.Roads;
import io.yobidashi.localcloud.buttons.VirtualButtons;
import io.yobidashi.localcloud.faults.Faults;
import io.yobidashi.localcloud.faults.FaultsDoor;
import io.yobidashi.localcloud.faults.Front;
import io.yobidashi.localcloud.faults.Network;
import io.yobidashi.localcloud.iot.MqttBroker;
import io.yobidashi.localcloud.iot.Publisher;
import io.yobidashi.localcloud.iot.ShadowDoor;
import io.yobidashi.localcloud.iot.ShadowTopics;
import io.yobidashi.localcloud.iot.Shadows;
import io.yobidashi.localcloud.iot.TopicsDoor;
import io.yobidashi.localcloud.rules.RuleEngine;
import io.yobidashi.localcloud.slack.FakeSlack;
import io.yobidashi.localcloud.slack.chat.SlackApp;
import io.yobidashi.localcloud.sqs.QueuesDoor;
import io.yobidashi.localcloud.sqs.SqsCaller;
import io.yobidashi.localcloud.sqs.SqsServer;
import io.yobidashi.localcloud.store.Store;
import io.yobidashi.localcloud.web.Health;
import io.yobidashi.localcloud.web.WebServer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * The cloud on a laptop: SQS, an MQTT broker with the Device Shadow service, a Slack to click and virtual buttons, in
 * this JVM, as real servers on real ports. Parts can be taken away and brought back on the same port, for tests.
 */
public final class LocalCloud implements AutoCloseable {
    /** The servers proper listen here, on any port; clients reach them through the fronts. */
    private static final String INSIDE = "127.0.0.1";

    private final LocalCloudConfig config;
    private final DataFolder folder;
    private final Store store;
    private final Faults faults = new Faults();
    private final Network network;
    private final Front sqsFront;
    private final Front webFront;
    private final SqsServer sqs;
    private final MqttBroker broker;
    private final Publisher line;
    private final RuleEngine rules;
    private final Publisher publisher;
    private final Shadows shadows;
    private final ShadowTopics shadowTopics;
    private final FakeSlack slack;
    private WebServer web;

    private LocalCloud(LocalCloudConfig config) {
        Ports ports = config.ports();
        this.config = config;
        this.folder = DataFolder.open(config.data());
        this.store = config.data().isPresent() ? Store.open(folder.path().resolve("cloud.mv.db")) : Store.inMemory();
        this.sqs = config.data().isPresent()
                ? SqsServer.keptIn(folder.path().resolve("sqs.mv.db"), INSIDE, 0)
                : new SqsServer(INSIDE, 0);
        this.network = new Network(faults, config.patience().request());
        this.sqsFront = network.inFrontOfSqs(ports.host(), ports.sqs());
        this.webFront = network.inFrontOfWeb(ports.host(), ports.http());
        this.broker = new MqttBroker(
                folder.path().resolve("mqtt"),
                new MqttBroker.Address(ports.host(), ports.mqtt(), ports.mqttWebSocket()),
                MqttBroker.Limits.ofAws().connectingWithin(config.patience().connect()));
        this.line = network.inFrontOfBroker(broker);
        this.rules = new RuleEngine(new SqsCaller(() -> endpoints().sqs()), config.clock());
        this.publisher = this::publish;
        this.shadows = new Shadows(config.clock(), publisher, store.shelf("shadows"));
        this.shadowTopics = new ShadowTopics(shadows, publisher);
        this.slack = new FakeSlack(config.roster(), slackApp(), config.clock(), store.shelf("slack"));
        network.watchBroker(this::stopBroker, this::startBroker);
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
        return Endpoints.onThisMachine(new Ports(
                config.ports().host(), webFront.port(), sqsFront.port(), broker.port(), broker.webSocketPort()));
    }

    /** What goes wrong on the way to Slack, SQS and IoT; by default nothing. */
    public Faults faults() {
        return faults;
    }

    /** Closes the door of SQS; queues and messages stay, delays and visibility go on. */
    public void stopSqs() {
        sqsFront.stop();
        sqs.stop();
    }

    /** Opens SQS again on its port; queues that were deleted meanwhile are made anew. */
    public void startSqs() {
        sqs.start();
        sqsFront.start(sqs.port());
    }

    /** Disconnects every MQTT client and closes the ports; shadows stay and can be used over REST. */
    public void stopBroker() {
        broker.stop();
    }

    /** Opens the broker again on its ports; what was published meanwhile is lost to subscribers. */
    public void startBroker() {
        broker.start(this::receive);
    }

    @Override
    public void close() {
        sqsFront.close();
        webFront.close();
        network.close();
        if (web != null) {
            web.close();
        }
        slack.close();
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
        web = WebServer.start(INSIDE, 0, this::addDoors);
        webFront.start(web.port());
    }

    private void addDoors(RoutesConfig routes) {
        new ShadowDoor(shadows).addTo(routes);
        new TopicsDoor(broker).addTo(routes);
        slack.addTo(routes);
        new ButtonsDoor(config.roster(), buttons()).addTo(routes);
        new QueuesDoor(new SqsCaller(() -> URI.create("http://localhost:" + sqs.port()))).addTo(routes);
        new FaultsDoor(faults).addTo(routes);
        new About(config.roster(), config.neighbours(), this::endpoints).addTo(routes);
        health().addTo(routes);
    }

    private VirtualButtons buttons() {
        Secrets secrets = config.secrets();
        return new VirtualButtons(
                new Encoder(secrets.beam(), secrets.press(), store.shelf("buttons")),
                new Roads(config.neighbours().callService(), () -> endpoints().mqtt(), new SqsCaller(() -> endpoints()
                        .sqs())),
                config.clock());
    }

    /** What a client publishes goes to the shadows and to the rules. */
    private CompletionStage<?> receive(String topic, byte[] payload) {
        CompletionStage<?> forwarded = rules.received(topic, payload);
        return shadowTopics.received(topic, payload).thenCompose(decided -> forwarded);
    }

    /** What the cloud itself publishes goes to subscribers and to the rules. */
    private void publish(String topic, byte[] payload) {
        line.publish(topic, payload);
        rules.received(topic, payload);
    }

    private SlackApp slackApp() {
        Secrets.Slack secrets = config.secrets().slack();
        return new SlackApp(
                config.neighbours().ackService(),
                () -> config.neighbours().back().orElseGet(() -> endpoints().http()),
                secrets.outgoingToken(),
                secrets.signingSecret(),
                secrets.botToken());
    }

    private Health health() {
        Map<String, LongSupplier> counters = new LinkedHashMap<>(faults.counters());
        counters.put("local_cloud_shadow_updates_total", shadows::updates);
        counters.put("local_cloud_rules_forwarded_total", rules::forwarded);
        counters.put("local_cloud_rules_dropped_total", rules::dropped);
        return new Health(Map.of("sqs", sqs::running, "mqtt", broker::running), counters);
    }
}
