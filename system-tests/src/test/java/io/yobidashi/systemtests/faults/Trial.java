package io.yobidashi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.systemtests.faults.Channel.Mention;
import io.yobidashi.systemtests.faults.Presses.Answer;
import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Copy;
import io.yobidashi.systemtests.running.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;

/** One fault under load, from a system at rest to a system at rest. */
final class Trial implements AutoCloseable {
    static final Duration RECOVERY = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** A call that begins now, one of a booth that waits, and their timers by a clock that is 90 s behind. */
    private static final Duration REST = Duration.ofSeconds(220);

    private static final int WARM = 40;

    private final String name;
    private final Cluster cluster;
    private final Crew crew;
    private final Shadows shadows;
    private final Boards boards;
    private final Crowd crowd;
    private final Presses presses;
    private final Set<String> mentionsBefore;
    private final Logs logs;
    private final long seed;
    private double seconds;

    /** Begins when everything is at rest; visitors press and people answer from now on. */
    Trial(String name, Cluster cluster, Crew crew) {
        this.name = name;
        this.cluster = cluster;
        this.crew = crew;
        seed = Long.getLong("yobidashi.fault.seed", new Random().nextInt(1_000_000));
        System.out.printf("%s: seed %d%n", name, seed);
        logs = new Logs(cluster);
        awaitRest();
        shadows = new Shadows(cluster, crew.everybody());
        boards = new Boards(cluster);
        crowd = new Crowd(cluster, crew, seed);
        mentionsBefore =
                new Channel(cluster).mentions().stream().map(Mention::ts).collect(Collectors.toSet());
        presses = new Presses(cluster.calls("/presses"), name.replace(' ', '-') + seed, crew.buttons(), seed);
        new Queues(cluster).poison();
        presses.begin();
        waiting().until(() -> presses.accepted().size() >= WARM);
    }

    /** Chance for whoever makes the trouble. */
    Random chance() {
        return new Random(seed);
    }

    /** Call it when the fault is over: waits until all is as it should be, and remembers how long that took. */
    void recovers() {
        Probe probe = new Probe(cluster, boards, presses, crew.probes().get(0));
        Recovery recovery = Recovery.of(probe, presses.accepted(), shadows, boards);
        seconds = recovery.seconds();
        System.out.println(name + ": after the fault " + recovery);
    }

    /** No more presses; all comes to rest, and is judged. */
    void ends() {
        presses.close();
        awaitRest();
        List<Mention> mentions = new Channel(cluster)
                .mentions().stream()
                        .filter(mention -> !mentionsBefore.contains(mention.ts()))
                        .toList();
        // One more look, so that what the last calls came to is seen.
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        Verdict verdict =
                new Verdict(crew, new Verdict.Evidence(presses.done(), shadows, boards, mentions, crowd.declined()));
        print(verdict, mentions);
        assertThat(verdict.broken()).as(name).isEmpty();
        assertThat(verdict.doubled()).as(name + ": mentions beyond one").isEmpty();
        judgeWhatIsLeft(new Queues(cluster));
        assertThat(cluster.everything()).allMatch(Copy::isAsLeft, "runs unless the test has ended it");
        assertThat(logs.errors()).as("errors in the logs").isEmpty();
        assertThat(seconds).as(name + ": seconds to recover").isLessThanOrEqualTo(RECOVERY.toSeconds());
    }

    private static void judgeWhatIsLeft(Queues queues) {
        assertThat(queues.bury()).as("dead letters").isNotEmpty().allSatisfy(dead -> {
            assertThat(dead.body()).isEqualTo(Queues.POISON);
            assertThat(dead.reason()).isNotBlank();
        });
        assertThat(queues.dead()).as("dead letters that nobody sent").isEmpty();
    }

    private void awaitRest() {
        Queues queues = new Queues(cluster);
        waiting().atMost(REST).untilAsserted(() -> assertThat(unrest(queues))
                .as(name + ": not at rest")
                .isEmpty());
    }

    /** What is not at rest yet. */
    private List<String> unrest(Queues queues) {
        List<String> unrest = new ArrayList<>();
        crew.everybody().stream()
                .filter(person -> !Shadows.read(cluster, person)
                        .path("state")
                        .asText("idle")
                        .equals("idle"))
                .forEach(unrest::add);
        for (Copy board : cluster.copies("dashboard-service")) {
            Http.get(board.uri("/api/people")).json().path("people").forEach(row -> {
                if (!row.path("state").asText().equals("idle")) {
                    unrest.add(row.path("id").asText() + " on " + board.name());
                }
            });
        }
        queues.depths().forEach((queue, depth) -> unrest.add(queue + " has " + depth));
        return unrest;
    }

    private void print(Verdict verdict, List<Mention> mentions) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.1f |%n",
                name,
                presses.done().size(),
                presses.count(Answer.ACCEPTED),
                presses.count(Answer.REFUSED),
                presses.count(Answer.UNKNOWN),
                verdict.calls(),
                crowd.answers(),
                mentions.size(),
                verdict.doubled().size(),
                seconds);
    }

    private static ConditionFactory waiting() {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class);
    }

    @Override
    public void close() {
        presses.close();
        crowd.close();
        boards.close();
        shadows.close();
    }
}
