package io.yobidashi.systemtests.faults;

import io.yobidashi.systemtests.faults.Boards.Row;
import io.yobidashi.systemtests.faults.Crew.Owned;
import io.yobidashi.systemtests.running.Cluster;
import java.util.HashSet;
import java.util.Set;

/**
 * A visitor to whom nobody else's presses matter: presses until accepted, then looks for the board and the mention, and
 * presses again if the call is over before anybody was mentioned.
 */
final class Probe {
    private final Cluster cluster;
    private final Boards boards;
    private final Presses presses;
    private final String person;
    private final Set<String> calls = new HashSet<>();
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
        String call = boards.last(person).map(Row::call).orElse("");
        if (!call.isEmpty()) {
            calls.add(call);
        }
        return !call.isEmpty();
    }

    boolean isMentioned() {
        boolean mentioned =
                new Channel(cluster).mentions().stream().anyMatch(mention -> calls.contains(mention.call()));
        if (!mentioned && !isShown()) {
            isAccepted();
        }
        return mentioned;
    }
}
