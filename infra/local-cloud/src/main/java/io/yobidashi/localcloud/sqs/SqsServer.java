package io.yobidashi.localcloud.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.yobidashi.localcloud.port.HeldPort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.concurrent.Await;
import scala.concurrent.duration.FiniteDuration;

/**
 * SQS: ElasticMQ in this process with the limits of AWS, its messages in memory or also in a file. Queue URLs take the
 * host and port that the client called, so they work through any name of this machine. The door can be closed and opened
 * again on the port that it got first; queues and messages stay meanwhile.
 */
public final class SqsServer implements AutoCloseable {
    /** The AWS account in queue URLs and ARNs. */
    public static final String ACCOUNT = "000000000000";

    static final String ARN_PREFIX = "arn:aws:sqs:elasticmq:" + ACCOUNT + ":";

    private static final FiniteDuration PATIENCE = FiniteDuration.create(10, TimeUnit.SECONDS);
    private static final FiniteDuration LAST_ANSWERS = FiniteDuration.create(100, TimeUnit.MILLISECONDS);

    private final ActorSystem actors;
    private final QueuePlan plan = QueuePlan.bundled();
    private final NowProvider now;
    private final String host;
    private final Optional<Path> file;
    private final HeldPort held = new HeldPort();
    private int port;
    private Queues queues;
    private volatile Http.ServerBinding door;

    /**
     * Keeps its messages in memory.
     *
     * @param host the address to listen at
     * @param port 0 for any free one
     */
    public SqsServer(String host, int port) {
        this(host, port, Optional.empty(), new NowProvider());
    }

    /** @param now by what time messages expire and become visible */
    SqsServer(String host, int port, Optional<Path> file, NowProvider now) {
        this.now = now;
        this.host = host;
        this.port = port;
        this.file = file;
        this.actors = ActorSystem.create("sqs", configuration(), SqsServer.class.getClassLoader());
    }

    /**
     * Keeps queues and messages, with their delays, receive counts and receipts, in a file: what was answered survives
     * the death of the process, though not a power failure. One server of a process can do so at a time.
     *
     * @param file its name ends with {@code .mv.db}
     */
    public static SqsServer keptIn(Path file, String host, int port) {
        return new SqsServer(host, port, Optional.of(file), new NowProvider());
    }

    /**
     * Opens the door, if it is closed, creates the planned queues that do not exist and brings the others in line.
     *
     * @throws IllegalStateException if the file is in use, with one line
     */
    public synchronized void start() {
        if (door != null) {
            return;
        }
        if (queues == null) {
            queues = file.map(path -> Queues.keptIn(path, actors, plan, now))
                    .orElseGet(() -> Queues.inMemory(actors, plan, now));
        }
        held.release();
        Http.ServerBinding opened = SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(queues.manager())
                .withInterface(host)
                .withPort(port)
                .withServerAddress(new NodeAddress("http", "*", port, ""))
                .withAWSAccountId(ACCOUNT)
                .start()
                .waitUntilStarted();
        port = opened.localAddress().getPort();
        door = opened;
        applyPlan();
    }

    /** Closes the door, if it is open: waiting receives are cut, new connections refused. */
    public synchronized void stop() {
        Http.ServerBinding closing = door;
        door = null;
        if (closing != null) {
            await(closing.terminate(LAST_ANSWERS));
            held.hold(host, port);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        held.release();
        if (queues != null) {
            queues.settle();
        }
        await(actors.terminate());
        if (queues != null) {
            queues.close();
            queues = null;
        }
    }

    public boolean running() {
        return door != null;
    }

    public synchronized int port() {
        return port;
    }

    private void applyPlan() {
        SqsAction sqs = new SqsAction(port);
        plan.withAttributes().forEach((name, attributes) -> {
            if (sqs.exists(name)) {
                sqs.change(name, attributes);
            } else {
                sqs.create(name, attributes);
            }
        });
    }

    private static void await(scala.concurrent.Future<?> future) {
        try {
            Await.result(future, PATIENCE);
        } catch (Exception e) {
            throw new IllegalStateException("SQS did not stop within " + PATIENCE, e);
        }
    }

    private static Config configuration() {
        ClassLoader loader = SqsServer.class.getClassLoader();
        return ConfigFactory.parseResources(loader, "io/yobidashi/localcloud/sqs/elasticmq.conf")
                .withFallback(ConfigFactory.load(loader));
    }
}
