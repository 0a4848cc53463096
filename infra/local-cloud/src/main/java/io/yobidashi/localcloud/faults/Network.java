package io.yobidashi.localcloud.faults;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.yobidashi.localcloud.iot.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** What lies between clients and the real servers, and where faults happen: a front per HTTP port, and the way of MQTT. */
public final class Network implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Faults faults;
    private final Duration patience;
    private final Vertx vertx;
    private final ScheduledExecutorService mqttThread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "faults-mqtt");
        daemon.setDaemon(true);
        return daemon;
    });

    public Network(Faults faults) {
        this(faults, PATIENCE);
    }

    /** @param patience so long a request may take to arrive */
    public Network(Faults faults, Duration patience) {
        this.faults = faults;
        this.patience = patience;
        // It serves no files, so it needs no folder for them.
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(noFiles));
    }

    /** @param port 0 for any free one */
    public Front inFrontOfSqs(String host, int port) {
        return front(List.of(SqsWire.CLOUD), new Front.Address(host, port, patience));
    }

    /** @param port 0 for any free one */
    public Front inFrontOfWeb(String host, int port) {
        return front(List.of(SlackWire.CLOUD, IotWire.CLOUD), new Front.Address(host, port, patience));
    }

    /** The broker as the shadow service reaches it. */
    public Publisher inFrontOfBroker(Publisher broker) {
        return new MqttLine(broker, faults, mqttThread);
    }

    /** From now on a plan can take the broker away and bring it back; both must be harmless when done twice. */
    public void watchBroker(Runnable stop, Runnable start) {
        new BrokerOutage(faults, mqttThread, stop, start).watch();
    }

    @Override
    public void close() {
        mqttThread.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Front front(List<String> clouds, Front.Address address) {
        return new Front(vertx, faults, clouds.stream().map(faults::wire).toList(), address);
    }
}
