package io.yobidashi.systemtests.running;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The packaged system with two copies of every service, each a process; a balancer before those that have doors. */
public final class Cluster implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(2);
    public static final int COPIES = 2;

    private final Path home;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, List<Copy>> services = new TreeMap<>();
    private final Balancer calls;
    private final Balancer answers;
    private final Copy cloud;

    private Cluster(Path home, Map<String, String> own) {
        this.home = home;
        settings.put("YOBIDASHI_BEAM_SECRET", "local-beam-secret");
        settings.put("YOBIDASHI_PRESS_TOKEN", "local-press-token");
        settings.put("YOBIDASHI_SLACK_OUTGOING_TOKEN", "local-outgoing-token");
        settings.put("YOBIDASHI_SLACK_SIGNING_SECRET", "local-signing-secret");
        settings.put("YOBIDASHI_SLACK_BOT_TOKEN", "xoxb-local");
        settings.put("AWS_REGION", "ap-northeast-1");
        settings.put("AWS_ACCESS_KEY_ID", "local");
        settings.put("AWS_SECRET_ACCESS_KEY", "local");
        settings.put("AWS_CONFIG_FILE", "/dev/null");
        settings.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        settings.put("AWS_EC2_METADATA_DISABLED", "true");
        settings.put("YOBIDASHI_HOME", home.toString());
        Stream.of("BOARD", "CALL", "ACK", "RESET", "CLOUD", "SQS", "MQTT", "MQTT_WS")
                .forEach(port -> settings.put("YOBIDASHI_PORT_" + port, "0"));
        settings.putAll(own);
        calls = new Balancer(services.computeIfAbsent("call-service", any -> new CopyOnWriteArrayList<>()));
        answers = new Balancer(services.computeIfAbsent("ack-service", any -> new CopyOnWriteArrayList<>()));
        settings.put("YOBIDASHI_CALL_URL", calls.uri("").toString());
        settings.put("YOBIDASHI_ACK_URL", answers.uri("").toString());
        cloud = copy("local-cloud", ROOT.resolve("infra/local-cloud/target/local-cloud.jar"), "400m");
    }

    /** Starts everything and waits until it is ready; the files are under {@code home}. */
    public static Cluster up(Path home, Map<String, String> settings) {
        Cluster cluster = new Cluster(home, settings);
        try {
            cluster.start();
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void start() {
        // Also when the test itself is ended half-way.
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeCopies));
        folder("logs");
        cloud.start();
        awaitReady(cloud);
        // A client that had the cloud's ports finds it there again when it was killed.
        pin("CLOUD", "local-cloud");
        pin("SQS", "sqs");
        pin("MQTT", "mqtt");
        pin("MQTT_WS", "mqtt-ws");
        settings.put("AWS_ENDPOINT_URL_SQS", "http://localhost:" + settings.get("YOBIDASHI_PORT_SQS"));
        settings.put("AWS_ENDPOINT_URL_IOT_DATA_PLANE", cloud("").toString());
        settings.put("YOBIDASHI_MQTT_URL", "mqtt://localhost:" + settings.get("YOBIDASHI_PORT_MQTT"));
        settings.put("YOBIDASHI_SLACK_API_URL", cloud("/slack/api/").toString());
        settings.put("YOBIDASHI_CLOUD_URL", cloud("").toString());
        for (String service : List.of("call-service", "ack-service", "reset-service", "dashboard-service")) {
            List<Copy> copies = services.computeIfAbsent(service, any -> new CopyOnWriteArrayList<>());
            Path jar = ROOT.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            for (int number = 1; number <= COPIES; number++) {
                copies.add(copy(service + "-" + number, jar, "256m"));
            }
            // One service after another: together they would starve each other on a small machine.
            copies.forEach(Copy::start);
            copies.forEach(Cluster::awaitReady);
        }
    }

    private void pin(String setting, String file) {
        try {
            String port =
                    Files.readString(folder("run").resolve(file + ".port")).strip();
            settings.put("YOBIDASHI_PORT_" + setting, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a copy's settings those of the cluster are read when it starts, so that ports known later are among them. */
    private Copy copy(String name, Path jar, String heap) {
        Path portFile = folder("run").resolve(name + ".port");
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        List<String> command = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx" + heap,
                "-jar",
                jar.toString());
        return new Copy(
                name, new Copy.Plan(command, settings, portFile, folder("logs").resolve(name + ".log")));
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void awaitReady(Copy copy) {
        await(copy.name() + " is ready, see " + copy.log())
                .atMost(START)
                .pollInterval(Duration.ofMillis(100))
                .failFast(copy.name() + " has stopped, see " + copy.log(), () -> !copy.isUp())
                .until(copy::isReady);
    }

    /** The local cloud, by the port that it has from its first start on. */
    public URI cloud(String path) {
        return URI.create("http://localhost:" + settings.get("YOBIDASHI_PORT_CLOUD") + path);
    }

    public URI sqs(String path) {
        return URI.create("http://localhost:" + settings.get("YOBIDASHI_PORT_SQS") + path);
    }

    public URI calls(String path) {
        return calls.uri(path);
    }

    public Copy cloud() {
        return cloud;
    }

    public List<Copy> copies(String service) {
        return List.copyOf(services.get(service));
    }

    /** All copies of all services, without the local cloud. */
    public List<Copy> services() {
        return services.values().stream().flatMap(List::stream).toList();
    }

    public List<Copy> everything() {
        return Stream.concat(Stream.of(cloud), services().stream()).toList();
    }

    @Override
    public void close() {
        closeCopies();
        calls.close();
        answers.close();
    }

    private void closeCopies() {
        everything().forEach(Copy::close);
    }
}
