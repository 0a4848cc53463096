package io.yobidashi.systemtests.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.yobidashi.systemtests.running.Http;
import io.yobidashi.systemtests.running.RunningSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand presses at once on the packaged services, each with a heap of 256 MB. Figures are printed. */
class TenThousandPressesIT {
    /** The common pool, which may have one thread only (since Java 25), is what the flood's own connections work on. */
    private static final Executor OWN_THREAD = task -> new Thread(task, "flood").start();

    private static final int PRESSES = 10_000;
    private static final int CONNECTIONS = 2_500;
    private static final Duration DRAINED = Duration.ofSeconds(90);
    private static final BigRoster ROSTER = BigRoster.of(204);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path home;

    private static RunningSystem system;
    private static Gauges gauges;

    @BeforeAll
    static void up() {
        Map<String, String> settings = Map.of(
                "YOBIDASHI_ROSTER",
                ROSTER.in(home).toString(),
                "YOBIDASHI_CALLING_TIMEOUT",
                "1h",
                "YOBIDASHI_REMIND_AFTER",
                "30m",
                "YOBIDASHI_STAND_IN_AFTER",
                "40m",
                "YOBIDASHI_GROUP_AFTER",
                "50m");
        system = RunningSystem.up(home, settings);
        gauges = new Gauges(system);
    }

    @AfterAll
    static void down() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void ten_thousand_presses_of_two_hundred_buttons_are_taken_in_or_refused_and_the_others_are_served() {
        survives("200 buttons", ROSTER.people().subList(0, 200), "p201");
    }

    @Test
    void ten_thousand_presses_of_one_button_are_taken_in_or_refused_and_the_others_are_served() {
        survives("one button", List.of("p202"), "p203");
    }

    @Test
    void hundreds_of_large_bodies_do_not_fill_the_memory_and_presses_go_on() {
        URI door = system.calls("/presses");
        try (LargeBodies tooLarge = new LargeBodies(door, 1_000_000);
                LargeBodies large = new LargeBodies(door, 60_000)) {
            tooLarge.hold(400);
            large.hold(1_000);

            Flood.Result result = new Flood(door, 10).press(List.of(BigRoster.button("p200")), 200);

            assertThat(result.answers()).containsOnlyKeys("202");
            System.out.printf("large bodies: heap %d MB%n", gauges.heap());
        }
        // Whoever goes away gives back what they held.
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Http.post(door, " ".repeat(60_000)).status() == 401);
        assertThat(system.log("call-service")).doesNotContain("OutOfMemoryError");
    }

    private static void survives(String name, List<String> pressed, String other) {
        Flood single = new Flood(system.calls("/presses"), 1);
        try (Bystander bystander = new Bystander(single, system.board("/api/stream"), other)) {
            bystander.press(3);
            List<Long> quiet = bystander.press(10);
            AtomicLong heap = new AtomicLong();

            CompletableFuture<Flood.Result> flood = CompletableFuture.supplyAsync(
                    () -> new Flood(system.calls("/presses"), CONNECTIONS)
                            .press(pressed.stream().map(BigRoster::button).toList(), PRESSES),
                    OWN_THREAD);
            List<Long> during = bystander.pressUntil(() -> {
                heap.accumulateAndGet(gauges.heap(), Math::max);
                return flood.isDone();
            });
            Flood.Result result = flood.join();
            System.out.printf(
                    "%s: %s in %d ms%n", name, result.answers(), result.took().toMillis());
            long drained = drained(() -> allCounted(pressed, result));

            List<Long> after = bystander.press(10);
            System.out.printf(
                    "%s: counted %d ms later; heap at most %d MB, old generation %.0f%% full after"
                            + " collection; another's press to board: before %s, during %s, after %s ms%n",
                    name, drained, heap.get(), gauges.keptAfterCollection() * 100, quiet, during, after);
            assertThat(result.answers().keySet())
                    .isSubsetOf("202", "429", "503")
                    .contains("202");
            assertThat(gauges.presses(other))
                    .isBetween(bystander.accepted(), bystander.accepted() + bystander.unsure());
            assertThat(gauges.keptAfterCollection()).isLessThan(0.8);
            assertThat(median(after)).isLessThan(median(quiet) + 2_000);
            assertThat(system.log("call-service")).doesNotContain("OutOfMemoryError");
            assertThat(system.command("status")).doesNotContain("stopped", "stale");
        }
    }

    /** Each accepted press is counted once, and nothing is left in the queue: how many milliseconds that took. */
    private static long drained(Runnable counted) {
        long begun = System.nanoTime();
        await().atMost(DRAINED).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(
                        gauges.depth("yobidashi-presses"))
                .isZero());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(counted::run);
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void allCounted(List<String> pressed, Flood.Result result) {
        Map<String, JsonNode> people = gauges.people();
        assertThat(pressed).allMatch(person -> {
            int counted = people.get(person).path("presses").asInt();
            int accepted = result.acceptedOf(BigRoster.button(person));
            return counted >= accepted && counted <= accepted + result.unsureOf(BigRoster.button(person));
        });
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
