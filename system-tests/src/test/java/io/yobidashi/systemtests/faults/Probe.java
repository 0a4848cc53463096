package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.faults.Boards.Row;
import io.yobidashi.systemtests.faults.Crew.Owned;
import io.yobidashi.systemtests.running.Cluster;
import java.util.Optional;

/** A visitor to whom nobody else's presses matter: presses until accepted, then looks for the board and the mention. */
final class Probe {
    private final Cluster cluster;
    private final Boards boards;
    private final Presses presses;
    private final String person;
    private int tries;

    Probe(Cluster cluster, Boards boards, Presses presses, String person) {
        this.cluster = cluster;
        this.boards = boards;
        this.presses = presses;
        this.person = person;
    }

    boolean isAccepted() {
        String id = "probe-%s-%d-%d".formatted(person, System.nanoTime(), ++tries);
        return presses.press(id, new Owned(Crew.buttonOf(person), person)).answer() == Presses.Answer.ACCEPTED;
    }

    boolean isShown() {
        return call().isPresent();
    }

    boolean isMentioned() {
        return new Channel(cluster)
                .mentions().stream()
                        .anyMatch(mention -> mention.person().equals(person)
                                && call().filter(mention.call()::equals).isPresent());
    }

    private Optional<String> call() {
        return boards.last(person).map(Row::call).filter(call -> !call.isEmpty());
    }
}
