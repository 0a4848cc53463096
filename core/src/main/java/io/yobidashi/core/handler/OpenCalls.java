package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds the call that an answer means. */
public final class OpenCalls {
    /** How much later than the answer a call may have begun by the shadow service's clock, and still be meant. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Shadows shadows;
    private final Roster roster;

    public OpenCalls(Shadows shadows, Roster roster) {
        this.shadows = shadows;
        this.roster = roster;
    }

    /** With a call id the row that has it; else the rows whose chain holds the author, narrowed to one if possible. */
    Match find(Answer answer, Person author) {
        if (answer.callId() != null) {
            return roster.people().stream()
                    .map(person -> shadows.read(person.id()).status())
                    .filter(status -> status.hasCall(answer.callId()))
                    .findFirst()
                    .<Match>map(Match.One::new)
                    .orElseGet(Match.None::new);
        }
        return choose(open(answer, author), author.id());
    }

    /** The open calls of the rows whose chain holds the author, that had begun when the answer was written. */
    private List<PersonStatus> open(Answer answer, Person author) {
        return roster.people().stream()
                .filter(person -> inChain(person, author))
                .map(person -> shadows.read(person.id()))
                .filter(row -> hadBegun(row, answer))
                .map(ShadowRow::status)
                .toList();
    }

    private boolean inChain(Person row, Person author) {
        return row.id().equals(author.id()) || roster.chain(row.id()).contains(author.id());
    }

    private static boolean hadBegun(ShadowRow row, Answer answer) {
        return row.status().call() != null
                && row.callSince() != null
                && !row.callSince().isAfter(answer.at().plus(CLOCK_TOLERANCE));
    }

    /** Where the author was asked last, else their own, else the only one there is. */
    private static Match choose(List<PersonStatus> open, String author) {
        if (open.isEmpty()) {
            return new Match.None();
        }
        return only(open.stream().filter(row -> askedLast(row, author)).toList())
                .or(() ->
                        open.stream().filter(row -> row.person().equals(author)).findFirst())
                .or(() -> only(open))
                .<Match>map(Match.One::new)
                .orElseGet(() -> new Match.Several(open));
    }

    private static boolean askedLast(PersonStatus row, String author) {
        return row.openCall()
                .map(Call::asked)
                .flatMap(asked -> asked.lastPerson())
                .filter(author::equals)
                .isPresent();
    }

    private static Optional<PersonStatus> only(List<PersonStatus> rows) {
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    /** Which row an answer means. */
    sealed interface Match {
        record One(PersonStatus row) implements Match {}

        record Several(List<PersonStatus> rows) implements Match {}

        record None() implements Match {}
    }
}
