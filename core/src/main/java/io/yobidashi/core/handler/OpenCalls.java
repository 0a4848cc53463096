package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.UnreadableShadowException;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.status.Call;
import io.yobidashi.core.status.PersonStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the call that an answer means: by its id, by the message that it belongs to, or by who the author is. */
public final class OpenCalls {
    private static final Logger LOG = System.getLogger(OpenCalls.class.getName());

    /** How much later than the answer a call may have begun by the shadow service's clock, and still be meant. */
    static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    /** A Slack timestamp: epoch seconds, a point and microseconds. */
    private static final Pattern SLACK_TS = Pattern.compile("(\\d{1,11})(\\.\\d{1,6})?");

    private final Shadows shadows;
    private final Roster roster;

    public OpenCalls(Shadows shadows, Roster roster) {
        this.shadows = shadows;
        this.roster = roster;
    }

    /** An answer that was taken in before means what it meant then, whatever has begun or ended since. */
    Match find(Answer answer, Person author) {
        List<ShadowRow> rows = roster.people().stream()
                .flatMap(person -> read(person).stream())
                .toList();
        Optional<PersonStatus> taken = rows.stream()
                .map(ShadowRow::status)
                .filter(status -> status.recent().contains(answer.id()))
                .findFirst();
        if (taken.isPresent()) {
            return new Match.One(taken.get());
        }
        if (answer.callId() != null) {
            return rows.stream()
                    .map(ShadowRow::status)
                    .filter(status -> status.hasCall(answer.callId()))
                    .findFirst()
                    .<Match>map(Match.One::new)
                    .orElseGet(Match.None::new);
        }
        return answer.thread() == null
                ? byAuthor(begun(rows, answer.at()), author)
                : byMessage(answer.thread(), rows, author);
    }

    /** A row that can't be read can't be meant, and holds up no answer to another. */
    private Optional<ShadowRow> read(Person person) {
        try {
            return Optional.of(shadows.read(person.id()));
        } catch (UnreadableShadowException e) {
            LOG.log(Level.WARNING, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Among the rows where the author is in the chain or was asked; where none of those calls, among all: anybody may take
     * anybody's visitor.
     */
    private Match byAuthor(List<ShadowRow> open, Person author) {
        List<ShadowRow> near =
                open.stream().filter(row -> isNear(row.status(), author.id())).toList();
        return choose(near.isEmpty() ? open : near, author.id());
    }

    /**
     * The call of that message, whoever's it is. A call whose message Slack has not named, as incoming webhooks never do,
     * is found by its author; one whose message is just being posted may be named in a moment.
     */
    private static Match byMessage(String ts, List<ShadowRow> rows, Person author) {
        Optional<PersonStatus> named = rows.stream()
                .map(ShadowRow::status)
                .filter(status -> hasMessage(status, ts))
                .findFirst();
        if (named.isPresent()) {
            return new Match.One(named.get());
        }
        List<ShadowRow> unnamed = begun(rows, postedAt(ts)).stream()
                .filter(row -> hasMessage(row.status(), null))
                .toList();
        return unnamed.stream().anyMatch(row -> row.claimSince() != null)
                ? new Match.NotYet()
                : choose(unnamed, author.id());
    }

    /** The open calls that had begun by then. */
    private static List<ShadowRow> begun(List<ShadowRow> rows, Instant by) {
        return rows.stream().filter(row -> hadBegun(row, by)).toList();
    }

    private boolean isNear(PersonStatus row, String author) {
        return row.person().equals(author)
                || roster.chain(row.person()).contains(author)
                || row.openCall().filter(call -> call.asked().contains(author)).isPresent();
    }

    private static boolean hadBegun(ShadowRow row, Instant by) {
        return row.status().call() != null
                && row.callSince() != null
                && !row.callSince().isAfter(by.plus(CLOCK_TOLERANCE));
    }

    private static boolean hasMessage(PersonStatus status, @Nullable String ts) {
        return status.openCall()
                .filter(call ->
                        call.post() == null ? ts == null : call.post().ts().equals(ts))
                .isPresent();
    }

    private static Instant postedAt(String ts) {
        var parts = SLACK_TS.matcher(ts);
        return parts.matches() ? Instant.ofEpochSecond(Long.parseLong(parts.group(1))) : Instant.EPOCH;
    }

    /** Where the author was asked last, else their own, else the only one there is. */
    private static Match choose(List<ShadowRow> rows, String author) {
        List<PersonStatus> open = rows.stream().map(ShadowRow::status).toList();
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

        /** The message that is meant may be that of a call which is just being told. */
        record NotYet() implements Match {}
    }
}
