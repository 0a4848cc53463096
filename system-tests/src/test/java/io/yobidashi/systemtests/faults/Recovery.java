package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.faults.Boards.Row;
import io.yobidashi.systemtests.faults.Presses.Press;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** How long it takes after a fault until all is as it should be, measured by waiting for one thing after another. */
final class Recovery {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final long begun = System.nanoTime();
    private final StringBuilder story = new StringBuilder();

    private double seconds;

    private Recovery() {}

    /** @param before what was accepted until the fault was over */
    static Recovery of(Probe probe, List<Press> before, Shadows shadows, Boards boards) {
        Recovery recovery = new Recovery();
        recovery.until("a press was accepted", probe::isAccepted);
        recovery.until("shown", probe::isShown);
        recovery.until("mentioned", probe::isMentioned);
        recovery.until("all before was taken in", () -> before.stream()
                .allMatch(press -> shadows.hasTaken(press.person(), press.id())));
        List<String> untold = untold(boards, before);
        recovery.until("and told", () -> Collections.disjoint(untold, untold(boards, before)));
        return recovery;
    }

    private void until(String what, Callable<Boolean> done) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(done);
        seconds = (System.nanoTime() - begun) / 1e9;
        story.append(String.format(Locale.ROOT, "%s%s %.1f s", story.isEmpty() ? "" : ", ", what, seconds));
    }

    /** The calls of which nobody was told yet, as the boards show it. */
    private static List<String> untold(Boards boards, List<Press> presses) {
        return presses.stream()
                .map(Press::person)
                .distinct()
                .flatMap(person -> boards.last(person).stream())
                .filter(row -> row.state().equals("calling")
                        && !row.json().path("told").asBoolean())
                .map(Row::call)
                .toList();
    }

    /** Until the last of it. */
    double seconds() {
        return seconds;
    }

    @Override
    public String toString() {
        return story.toString();
    }
}
