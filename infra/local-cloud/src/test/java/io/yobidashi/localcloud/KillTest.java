package io.yobidashi.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.localcloud.sqs.Client;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A process that dies at any moment, again and again, loses nothing that it has answered. */
class KillTest {
    /** Each takes some seconds; {@code -Dyobidashi.kills=20} for the whole proof. */
    private static final int KILLS = Integer.getInteger("yobidashi.kills", 6);

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int FEW = 20;
    private static final int SOME = 300;

    private final Traffic traffic = new Traffic();
    private final Random random = new Random(20261124);
    private final Clock clock = Clock.systemUTC();

    @TempDir
    private Path home;

    @Test
    void nothing_that_was_answered_is_missing_after_kills_in_the_middle() {
        makeQueues();
        for (int kill = 0; kill < KILLS; kill++) {
            useAndKill();
        }

        try (CloudProcess cloud = CloudProcess.start(home, Map.of());
                Client sqs = Client.of(cloud.port("sqs"))) {
            checkShadows(cloud);
            List<String> problems = new ArrayList<>(problemsOfSends(sqs));
            Set<String> resurrected = new HashSet<>(traffic.deleted);
            resurrected.retainAll(drain(sqs, sqs.queue(Traffic.DELETES)).keySet());
            problems.addAll(resurrected);
            problems.addAll(missingMoves(sqs));
            System.out.printf(
                    "%d kills: %d answered operations (%d sends, %d deletes, %d to move), %d losses%n",
                    KILLS,
                    traffic.answered.get(),
                    traffic.sent.size(),
                    traffic.deleted.size(),
                    traffic.moving.size(),
                    problems.size());
            assertThat(problems).isEmpty();
            assertThat(cloud.errors()).isEmpty();
        }
    }

    private void makeQueues() {
        try (CloudProcess cloud = CloudProcess.start(home, Map.of());
                Client sqs = Client.of(cloud.port("sqs"))) {
            String dead = sqs.create("moves-dlq", Map.of());
            String arn = sqs.attributes(dead).get(QueueAttributeName.QUEUE_ARN);
            sqs.create(
                    Traffic.MOVES,
                    Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "0",
                            QueueAttributeName.REDRIVE_POLICY,
                            "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":1}"));
        }
    }

    private void useAndKill() {
        try (CloudProcess cloud = CloudProcess.start(home, Map.of())) {
            checkShadows(cloud);
            int enough = traffic.answered.get() + FEW + random.nextInt(SOME);
            List<CompletableFuture<Void>> users = traffic.use(cloud);
            await().atMost(LONG).pollInterval(Duration.ofMillis(1)).until(() -> traffic.answered.get() >= enough);
            cloud.kill();
            users.forEach(user -> await().atMost(LONG).until(user::isDone));
            users.forEach(CompletableFuture::join);
        }
    }

    /** As it was answered last, or as a later change made it whose answer did not arrive. */
    private void checkShadows(CloudProcess cloud) {
        try (IotDataPlaneClient iot = Traffic.iot(cloud)) {
            traffic.changes.forEach((thing, answered) -> {
                Traffic.Change now = Traffic.read(iot, thing);
                assertThat(now.version()).as("version of " + thing).isGreaterThanOrEqualTo(answered.version());
                assertThat(now.number()).as("number of " + thing).isGreaterThanOrEqualTo(answered.number());
                assertThat(now.number() == answered.number()).isEqualTo(now.version() == answered.version());
            });
        }
    }

    private List<String> problemsOfSends(Client sqs) {
        Map<String, Instant> received = drain(sqs, sqs.queue(Traffic.SENDS));
        List<String> problems = new ArrayList<>();
        traffic.sent.forEach((body, due) -> {
            if (!received.containsKey(body)) {
                problems.add("missing: " + body);
            } else if (received.get(body).isBefore(due)) {
                problems.add("too early: " + body);
            }
        });
        return problems;
    }

    private Set<String> missingMoves(Client sqs) {
        Set<String> missing = new HashSet<>(traffic.moving);
        missing.removeAll(drain(sqs, sqs.queue("moves-dlq")).keySet());
        missing.removeAll(drain(sqs, sqs.queue(Traffic.MOVES)).keySet());
        missing.removeAll(drain(sqs, sqs.queue("moves-dlq")).keySet());
        return missing;
    }

    /** Receives and deletes until none is left, visible or not. */
    private Map<String, Instant> drain(Client sqs, String queue) {
        Map<String, Instant> received = new HashMap<>();
        await().atMost(LONG).pollInterval(Duration.ofMillis(1)).until(() -> {
            List<Message> messages = sqs.receive(queue, 1);
            messages.forEach(message -> received.putIfAbsent(message.body(), clock.instant()));
            if (!messages.isEmpty()) {
                sqs.deleteTogether(queue, messages);
            }
            return messages.isEmpty() && left(sqs, queue) == 0;
        });
        return received;
    }

    private static int left(Client sqs, String queue) {
        Map<QueueAttributeName, String> now = sqs.attributes(queue);
        return Integer.parseInt(now.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                + Integer.parseInt(now.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                + Integer.parseInt(now.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
    }
}
