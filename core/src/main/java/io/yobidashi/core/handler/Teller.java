package io.yobidashi.core.handler;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.telling.Accounts;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Pays what Slack is owed: claim, post, note. Two copies do not both post, since a claim is a versioned write. Where
 * nobody knows whether a message was taken its claim stands until it has expired, and whoever takes it over looks for
 * the message before posting again. An edit needs no claim.
 */
public final class Teller {
    /** A claim this old, by the shadow service's clock, was left behind: by a crash, or by a lost answer. */
    public static final Duration CLAIM_LIFETIME = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(Teller.class.getName());
    private static final Duration SHORTLY = Duration.ofMillis(200);
    private static final Duration WHILE_REFUSED = Duration.ofSeconds(5);
    private static final int MAX_ROUNDS = 5;
    private static final String NO_CLAIM = "";

    private final SlackChannel slack;
    private final Supplier<String> tokens;
    private final Shadows shadows;
    private final Notes notes;
    /** Slack's last word to each person's notices that it refused: said aloud once. */
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    /** @param tokens makes a new word for each claim, never the same twice */
    public Teller(Shadows shadows, SlackChannel slack, Supplier<String> tokens) {
        this.shadows = shadows;
        this.slack = slack;
        this.tokens = tokens;
        this.notes = new Notes(shadows);
    }

    /** Posts and edits until the row owes Slack nothing; several orders of one kind are one message. */
    public Outcome tell(String person) {
        ShadowRow row = notes.settled(person).orElseGet(() -> shadows.read(person));
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Notice> owed = Debts.owed(row.status());
            if (owed.isEmpty()) {
                return Outcome.DONE;
            }
            Optional<Outcome> end = pay(row, owed.get());
            if (end.isPresent()) {
                return end.get();
            }
            row = shadows.read(person);
        }
        return new Outcome.Retry(SHORTLY, "more is owed by now");
    }

    /** Empty where the row is to be looked at again: it changed before the claim, or was paid. */
    private Optional<Outcome> pay(ShadowRow row, Notice notice) {
        Duration left = notice.isEdit() ? Duration.ZERO : claimLeft(row, notice);
        if (!left.isZero()) {
            return Optional.of(new Outcome.Retry(left, "another is posting this"));
        }
        Duration pause = slack.pause(notice);
        if (!pause.isZero()) {
            return Optional.of(new Outcome.Retry(pause, "keeping Slack's pace"));
        }
        return notice.isEdit() ? settle(notice, NO_CLAIM, slack.post(notice)) : claimed(row, notice);
    }

    private Optional<Outcome> claimed(ShadowRow row, Notice notice) {
        String token = tokens.get();
        if (shadows.write(row, Accounts.claim(notice, token)) instanceof WriteResult.Conflict) {
            return Optional.empty();
        }
        Sighting sighting = notice.ledger().claim() == null ? new Sighting.NotSeen() : slack.look(notice);
        if (sighting instanceof Sighting.NotSeen && notice.kind() == Notice.Kind.SOUGHT) {
            return noted(notes.note(notice, now -> Accounts.release(now, notice, token)));
        }
        if (sighting instanceof Sighting.NotSeen) {
            PostResult result = slack.post(notice);
            if (!(result instanceof PostResult.Lost lost)) {
                return settle(notice, token, result);
            }
            log(Level.WARNING, notice, "Slack may have taken: " + lost.reason());
            sighting = slack.look(notice);
        }
        // The claim stays: who finds it expired looks again.
        return sighting instanceof Sighting.Seen seen
                ? found(notice, token, seen)
                : Optional.of(new Outcome.Retry(CLAIM_LIFETIME, "Slack may have taken it"));
    }

    private Optional<Outcome> found(Notice notice, String token, Sighting.Seen seen) {
        log(Level.INFO, notice, "Slack had taken");
        Notice taken = notice.upTo(seen.ordered());
        return noted(notes.receipt(notice, now -> Accounts.found(now, taken, token, seen.post())));
    }

    private Optional<Outcome> settle(Notice notice, String token, PostResult result) {
        if (result instanceof PostResult.Accepted accepted) {
            log(Level.INFO, notice, "Slack took");
            refusals.remove(notice.status().person());
            return noted(notes.receipt(
                    notice,
                    now -> Accounts.paid(now, notice, token, accepted.post().orElse(null))));
        }
        if (result instanceof PostResult.Refused refused) {
            notes.note(notice, now -> Accounts.refused(now, notice, token, refused.error()));
            return Optional.of(refused(notice, refused.error()));
        }
        notes.note(notice, now -> Accounts.release(now, notice, token));
        return Optional.of(failed(notice, result));
    }

    private static Optional<Outcome> noted(Optional<ShadowRow> row) {
        return row.isPresent()
                ? Optional.empty()
                : Optional.of(new Outcome.Retry(SHORTLY, "could not note what Slack took"));
    }

    private Outcome refused(Notice notice, String word) {
        boolean known = word.equals(refusals.put(notice.status().person(), word));
        log(known ? Level.DEBUG : Level.ERROR, notice, "Slack refuses (" + word + ")");
        return leftToSweeper(notice, new Outcome.Retry(WHILE_REFUSED, word));
    }

    private static Outcome failed(Notice notice, PostResult result) {
        if (result instanceof PostResult.NotAsked notAsked) {
            return new Outcome.Retry(notAsked.after(), notAsked.reason());
        }
        if (result instanceof PostResult.Later later) {
            log(Level.WARNING, notice, "Slack did not take (" + later.reason() + ")");
            return new Outcome.Retry(later.after(), later.reason());
        }
        String reason = ((PostResult.Lost) result).reason();
        log(Level.WARNING, notice, "Slack may not have taken (" + reason + ")");
        return leftToSweeper(notice, new Outcome.Retry(SHORTLY, reason));
    }

    /** A call ends, and with it what it owes; all else would stay in the queue for as long as Slack does not take it. */
    private static Outcome leftToSweeper(Notice notice, Outcome otherwise) {
        return notice.kind().isOfOpenCall() ? otherwise : Outcome.DONE;
    }

    private static void log(Level level, Notice notice, String what) {
        LOG.log(level, "{0}: {1} {2}", notice.status().person(), what, notice.kind());
    }

    private static Duration claimLeft(ShadowRow row, Notice notice) {
        if (notice.ledger().claim() == null) {
            return Duration.ZERO;
        }
        if (row.claimSince() == null) {
            return CLAIM_LIFETIME;
        }
        Duration left = CLAIM_LIFETIME.minus(Duration.between(row.claimSince(), row.readAt()));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
