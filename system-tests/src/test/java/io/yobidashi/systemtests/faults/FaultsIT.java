package io.yobidashi.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.yobidashi.systemtests.running.Cluster;
import io.yobidashi.systemtests.running.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Two copies of every packaged service, visitors who press 20 times a second, people who answer, and one kind of
 * trouble after another. What must hold is told by {@link Verdict} and {@link Trial#ends}.
 */
class FaultsIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("yobidashi.fault.seconds", 10));
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(2_500);
    private static final Duration MOST_TO_STOP = Duration.ofSeconds(10);
    private static final int KILLED = 137;

    private static final List<String> WORKERS = List.of("call-service", "ack-service", "reset-service");
    private static final List<String> SERVICES =
            Stream.concat(WORKERS.stream(), Stream.of("dashboard-service")).toList();
    private static final boolean LONG = LENGTH.toSeconds() > 20;

    /** Every trouble in turn; where there is time, each for as long as all others last. */
    private static final List<Arguments> SLACK_TROUBLE = LONG
            ? List.of(
                    arguments("slack 429", List.of(Trouble.SLACK_WANTS_LESS)),
                    arguments("slack 503", List.of(Trouble.SLACK_FAILS)),
                    arguments("slack slow", List.of(Trouble.SLACK_IS_SLOW)),
                    arguments("slack away", List.of(Trouble.away("slack", LENGTH))))
            : List.of(arguments(
                    "slack 429, 503, slow, away",
                    List.of(
                            Trouble.SLACK_WANTS_LESS,
                            Trouble.SLACK_FAILS,
                            Trouble.SLACK_IS_SLOW,
                            Trouble.away("slack", LENGTH.dividedBy(4)))));

    /** By how much the clocks of one copy of call-service, and of one each of the others, are ahead. */
    private static final List<Arguments> CLOCKS = LONG
            ? List.of(
                    arguments(Duration.ofSeconds(90), Duration.ofSeconds(90)),
                    arguments(Duration.ofSeconds(-90), Duration.ofSeconds(-90)))
            : List.of(arguments(Duration.ofSeconds(15), Duration.ofSeconds(-15)));

    /** More people where a fault lasts longer: a shadow remembers its newest 100 events only. */
    private static final Crew CREW = new Crew(LONG ? 24 : 12);

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
                        "YOBIDASHI_CALLING_TIMEOUT", "8s",
                        "YOBIDASHI_RUNNING_TIMEOUT", "5s",
                        "YOBIDASHI_REMIND_AFTER", "4s",
                        "YOBIDASHI_STAND_IN_AFTER", "6s",
                        "YOBIDASHI_GROUP_AFTER", "30s",
                        "YOBIDASHI_SWEEP_EVERY", "10s",
                        "YOBIDASHI_SWEEP_GRACE", "100s"));
    }

    @AfterEach
    void nothing_is_left_of_a_fault() {
        if (cluster.cloud().isUp()) {
            Trouble.end(cluster);
        }
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
            Random random = trial.chance();
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
            for (int number = 0; number < Cluster.COPIES; number++) {
                restart(number);
            }
            trial.recovers();
            trial.ends();
        }
    }

    /** One copy of every service at a time. */
    private static void restart(int number) {
        List<Copy> copies = SERVICES.stream()
                .map(service -> cluster.copies(service).get(number))
                .toList();
        for (Copy copy : copies) {
            copy.retire();
            Copy.Goodbye goodbye = copy.terminate();
            System.out.printf(
                    "rolling restart: %s took %d ms to stop%n",
                    copy.name(), goodbye.took().toMillis());
            assertThat(goodbye.took()).as(copy.name()).isLessThan(MOST_TO_STOP);
            assertThat(goodbye.exit()).as(copy.name()).isNotEqualTo(KILLED);
            copy.start();
        }
        copies.forEach(Cluster::awaitReady);
    }

    @Test
    void sqs_may_be_away() {
        during("sqs away", List.of(Trouble.away("sqs", LENGTH)));
    }

    @Test
    void iot_may_be_away() {
        during("iot away", List.of(Trouble.away("iot", LENGTH)));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SLACK_TROUBLE")
    void slack_may_misbehave(String name, List<Trouble> troubles) {
        during(name, troubles);
    }

    @Test
    void the_cloud_itself_may_be_killed() {
        try (Trial trial = new Trial("local cloud killed", cluster, CREW)) {
            cluster.cloud().kill();
            pause(LENGTH);
            cluster.cloud().start();
            Cluster.awaitReady(cluster.cloud());
            trial.recovers();
            trial.ends();
        }
    }

    @ParameterizedTest(name = "by {0} and {1}")
    @FieldSource("CLOCKS")
    void messages_may_come_twice_out_of_order_and_to_copies_whose_clocks_are_wrong(Duration calls, Duration others) {
        restartSecondCopies(calls, others);
        try (Trial trial = new Trial(
                "order, clocks %+d s, %+d s".formatted(calls.toSeconds(), others.toSeconds()), cluster, CREW)) {
            Trouble.QUEUES_REPEAT_AND_SHUFFLE.begin(cluster);
            Trouble.SHADOWS_REPEAT_AND_SHUFFLE.begin(cluster);
            Trouble.SLACK_ANSWERS_ARE_LOST.begin(cluster);
            pause(LENGTH);
            Trouble.end(cluster);
            trial.recovers();
            trial.ends();
        } finally {
            restartSecondCopies(Duration.ZERO, Duration.ZERO);
        }
    }

    private static void restartSecondCopies(Duration calls, Duration others) {
        WORKERS.forEach(service -> {
            Copy copy = cluster.copies(service).get(1);
            Duration offset = service.equals("call-service") ? calls : others;
            copy.terminate();
            copy.start(Map.of("YOBIDASHI_CLOCK_OFFSET", offset.toSeconds() + "s"));
        });
        WORKERS.forEach(service -> Cluster.awaitReady(cluster.copies(service).get(1)));
    }

    /** One trouble after another, all of them together for the length of a fault. */
    private static void during(String name, List<Trouble> troubles) {
        try (Trial trial = new Trial(name, cluster, CREW)) {
            for (Trouble trouble : troubles) {
                trouble.begin(cluster);
                pause(LENGTH.dividedBy(troubles.size()));
            }
            Trouble.end(cluster);
            trial.recovers();
            trial.ends();
        }
    }

    private static void pause(Duration length) {
        await().pollDelay(length).atMost(length.plusMinutes(1)).until(() -> true);
    }
}
