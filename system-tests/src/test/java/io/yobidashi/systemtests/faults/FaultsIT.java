package io.yobidashi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Copy;
import io.yobidashi.systemtests.running.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two copies of every packaged service, visitors who press 20 times a second, people who answer, and one kind of
 * trouble after another. What must hold is told by {@link Verdict} and {@link Trial#ends}.
 */
class FaultsIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("yobidashi.fault.seconds", 10));
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(2_500);
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(10);
    private static final int KILLED = 137;

    /** More people where a fault lasts longer: a shadow remembers its newest 100 events only. */
    private static final Crew CREW = new Crew(LENGTH.toSeconds() > 20 ? 36 : 12);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static Cluster cluster;

    @BeforeAll
    static void up() throws IOException {
        Path roster = Files.writeString(home.resolve("roster.yaml"), CREW.roster());
        cluster = Cluster.up(
                home,
                Map.of(
                        "YOBIDASHI_ROSTER", roster.toString(),
                        "YOBIDASHI_CALLING_TIMEOUT", "10s",
                        "YOBIDASHI_RUNNING_TIMEOUT", "6s",
                        "YOBIDASHI_REMIND_AFTER", "4s",
                        "YOBIDASHI_STAND_IN_AFTER", "6s",
                        "YOBIDASHI_GROUP_AFTER", "8s",
                        "YOBIDASHI_SWEEP_EVERY", "1s",
                        "YOBIDASHI_SWEEP_GRACE", "100s"));
    }

    @AfterAll
    static void down() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void any_copies_may_be_killed_under_load() {
        try (Trial trial = new Trial("kills", cluster, CREW)) {
            Random random = new Random();
            long kills = Math.max(1, LENGTH.dividedBy(BETWEEN_KILLS));
            for (int i = 0; i < kills; i++) {
                List<Copy> all = cluster.services();
                Copy victim = all.get(random.nextInt(all.size()));
                System.out.println("kills: " + victim.name());
                victim.kill();
                victim.start();
                pause(BETWEEN_KILLS);
            }
            trial.recovers();
            trial.ends();
        }
        cluster.services().forEach(Cluster::awaitReady);
    }

    @Test
    void every_copy_may_be_restarted_in_turn_under_load() {
        try (Trial trial = new Trial("rolling restart", cluster, CREW)) {
            for (Copy copy : cluster.services()) {
                Copy.Goodbye goodbye = copy.terminate();
                System.out.println("rolling restart: " + copy.name() + " " + goodbye);
                assertThat(goodbye.took()).as(copy.name()).isLessThan(MOST_TO_STOP);
                assertThat(goodbye.exit()).as(copy.name()).isNotEqualTo(KILLED);
                copy.start();
                Cluster.awaitReady(copy);
            }
            trial.recovers();
            trial.ends();
        }
    }

    @Test
    void sqs_may_be_away() {
        during(
                "sqs away",
                "sqs",
                "{\"rules\":[{\"route\":\"*\",\"kind\":\"away\",\"seconds\":%d}]}".formatted(LENGTH.toSeconds()));
    }

    @Test
    void iot_may_be_away() {
        during(
                "iot away",
                "iot",
                "{\"rules\":[{\"route\":\"*\",\"kind\":\"away\",\"seconds\":%d}]}".formatted(LENGTH.toSeconds()));
    }

    private static void during(String name, String cloud, String plan) {
        try (Trial trial = new Trial(name, cluster, CREW)) {
            put(cloud, plan);
            pause(LENGTH);
            Http.delete(cluster.cloud("/faults"));
            trial.recovers();
            trial.ends();
        }
    }

    private static void put(String cloud, String plan) {
        assertThat(Http.put(cluster.cloud("/faults/" + cloud), plan).status()).isBetween(200, 204);
    }

    private static void pause(Duration length) {
        await().pollDelay(length).atMost(length.plusMinutes(1)).until(() -> true);
    }
}
