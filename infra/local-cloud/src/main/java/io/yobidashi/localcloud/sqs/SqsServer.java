package io.yobidashi.localcloud.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.http.scaladsl.Http;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.duration.FiniteDuration;

/**
 * SQS: ElasticMQ in this process with the limits of AWS, messages in memory. Queue URLs take the host and port that the
 * client called, so they work through any name of this machine. The door can be closed and opened again on the port that
 * it got first; queues and messages stay meanwhile.
 */
public final class SqsServer implements AutoCloseable {
    /** The AWS account in queue URLs and ARNs. */
    public static final String ACCOUNT = "000000000000";

    private static final FiniteDuration PATIENCE = FiniteDuration.create(10, TimeUnit.SECONDS);
    private static final FiniteDuration LAST_ANSWERS = FiniteDuration.create(100, TimeUnit.MILLISECONDS);

    private final ActorSystem actors;
    private final ActorRef queues;
    private final String host;
    private int port;
    private volatile Http.ServerBinding door;

    /**
     * @param host the address to listen at
     * @param port 0 for any free one
     */
    public SqsServer(String host, int port) {
        this.host = host;
        this.port = port;
        this.actors = ActorSystem.create("sqs", configuration(), SqsServer.class.getClassLoader());
        this.queues = actors.actorOf(Props.create(
                QueueManagerActor.class,
                () -> new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, Option.empty())));
    }

    /** Opens the door, if it is closed, and creates the planned queues that do not exist. */
    public synchronized void start() {
        if (door != null) {
            return;
        }
        Http.ServerBinding opened = SQSRestServerBuilder.withActorSystem(actors)
                .withQueueManagerActor(queues)
                .withInterface(host)
                .withPort(port)
                .withServerAddress(new NodeAddress("http", "*", port, ""))
                .withAWSAccountId(ACCOUNT)
                .start()
                .waitUntilStarted();
        port = opened.localAddress().getPort();
        door = opened;
        createQueues();
    }

    /** Closes the door, if it is open: waiting receives are cut, new connections refused. */
    public synchronized void stop() {
        Http.ServerBinding closing = door;
        door = null;
        if (closing != null) {
            await(closing.terminate(LAST_ANSWERS));
        }
    }

    @Override
    public void close() {
        stop();
        await(actors.terminate());
    }

    public boolean running() {
        return door != null;
    }

    public synchronized int port() {
        return port;
    }

    private void createQueues() {
        SqsAction sqs = new SqsAction(port);
        QueuePlan.bundled().withAttributes().forEach((name, attributes) -> {
            if (!sqs.exists(name)) {
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
