package io.yobidashi.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.yobidashi.core.handler.ResetHandler;
import io.yobidashi.core.handler.Sweeper;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.status.Asked;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.Click;
import io.yobidashi.core.status.Origin;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.State;
import io.yobidashi.core.testing.InMemoryQueues;
import io.yobidashi.core.testing.InMemoryShadows;
import io.yobidashi.core.testing.MutableClock;
import io.yobidashi.core.testing.SampleRoster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_763_928_000_000L);
    private static final Duration GRACE = Duration.ofMinutes(2);

    private final MutableClock clock = new MutableClock(NOW);
    private final InMemoryShadows shadows = new InMemoryShadows(clock);
    private final InMemoryQueues queues = new InMemoryQueues();
    private final ResetHandler resets =
            new ResetHandler(new Transition(shadows, queues), shadows, SampleRoster::three, queues, clock);
    private final Sweep sweep = sweepOf(SampleRoster::three);

    @Test
    void aStopWaitsForTheSweepUnderWayAndLetsNoOtherBegin() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> happened = new CopyOnWriteArrayList<>();
        Sweep slow = sweepOf(() -> {
            begun.countDown();
            awaitQuietly(goOn);
            happened.add("sweep ended");
            return SampleRoster.three();
        });
        new Thread(slow).start();
        begun.await();
        Thread stop = new Thread(() -> {
            slow.stop();
            happened.add("stopped");
        });
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);

        goOn.countDown();
        stop.join();
        slow.run();

        assertThat(happened).containsExactly("sweep ended", "stopped");
    }

    @Test
    void aSweepDuringAnOutageEndsQuietlyAndTheNextOneDoesTheWork() {
        Origin origin = new Origin(SampleRoster.SATO_BUTTON, Click.SINGLE, NOW);
        shadows.put(PersonStatus.unknown("sato")
                .calling(Call.open("01KAR", origin, Asked.first("sato")), NOW, NOW.plusSeconds(300)));
        clock.advance(Duration.ofMinutes(8));

        shadows.away(true);
        sweep.run();
        shadows.away(false);
        assertThat(shadows.status("sato").state()).isEqualTo(State.CALLING);

        sweep.run();
        assertThat(shadows.status("sato").state()).isEqualTo(State.IDLE);
    }

    private Sweep sweepOf(Rosters rosters) {
        return new Sweep(new Sweeper(shadows, rosters, queues, resets, clock, GRACE));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
