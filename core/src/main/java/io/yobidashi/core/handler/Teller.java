package io.yobidashi.core.handler;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.ShadowRow;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.port.WriteResult;
import io.yobidashi.core.status.PersonStatus;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.Debts;
import io.yobidashi.core.telling.Notice;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pays what Slack is owed: claim, post, note. Two copies do not both post, since a claim is a versioned write. Only a
 * crash between Slack's acceptance and our note of it can double a message.
 */
public final class Teller {
    /** A claim this old, by the shadow service's clock, was left behind by a crash. */
    public static final Duration CLAIM_LIFETIME = Duration.ofSeconds(10);

    private static final Logger LOG = System.getLogger(Teller.class.getName());
    private static final Duration SHORTLY = Duration.ofMillis(200);
    private static final Duration WHILE_REFUSED = Duration.ofSeconds(5);
    private static final int MAX_ROUNDS = 5;

    private final Shadows shadows;
    private final SlackChannel slack;
    private final Supplier<String> tokens;
    /** What Slack took while the shadow could not be told so, by person. */
    private final Map<String, Receipt> unnoted = new ConcurrentHashMap<>();

    /** @param tokens makes a new word for each claim, never the same twice */
    public Teller(Shadows shadows, SlackChannel slack, Supplier<String> tokens) {
        this.shadows = shadows;
        this.slack = slack;
        this.tokens = tokens;
    }

    /** Posts until the row owes Slack nothing; several orders of one kind are one message. */
    public Outcome tell(String person) {
        return tell(shadows.read(person));
    }

    /** As {@link #tell(String)}, beginning with a row as it was just read or written. */
    public Outcome tell(ShadowRow known) {
        String person = known.status().person();
        ShadowRow row = unnoted.containsKey(person) ? noteReceipt(person).orElse(known) : known;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Notice> owed = Debts.owed(row.status());
            if (owed.isEmpty()) {
                return Outcome.DONE;
            }
            Duration left = claimLeft(row, owed.get());
            if (!left.isZero()) {
                return new Outcome.Retry(left, "another is posting this");
            }
            Duration pause = slack.pause();
            if (!pause.isZero()) {
                return new Outcome.Retry(pause, "keeping Slack's pace");
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
        String token = tokens.get();
        if (shadows.write(row, Debts.claim(notice, token)) instanceof WriteResult.Conflict) {
            return Optional.empty();
        }
        PostResult result = slack.post(notice);
        if (result instanceof PostResult.Accepted accepted) {
            String person = row.status().person();
            LOG.log(Level.INFO, "{0}: Slack took {1}", person, notice.kind());
            unnoted.put(person, new Receipt(notice, token, accepted.post().orElse(null)));
            return noteReceipt(person).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Outcome.Retry(SHORTLY, "could not note what Slack took"));
        }
        note(row.status().person(), now -> Debts.release(now, notice, token));
        return Optional.of(failed(notice, result));
    }

    private Optional<ShadowRow> noteReceipt(String person) {
        Receipt receipt = unnoted.get(person);
        Optional<ShadowRow> noted = note(person, receipt::noteOn);
        if (noted.isPresent()) {
            unnoted.remove(person, receipt);
        }
        return noted;
    }

    private static Outcome failed(Notice notice, PostResult result) {
        String person = notice.status().person();
        if (result instanceof PostResult.Later later) {
            LOG.log(Level.WARNING, "{0}: Slack did not take {1}: {2}", person, notice.kind(), later.reason());
            return new Outcome.Retry(later.after(), later.reason());
        }
        String error = ((PostResult.Refused) result).error();
        LOG.log(Level.ERROR, "{0}: Slack refuses {1}: {2}", person, notice.kind(), error);
        return new Outcome.Retry(WHILE_REFUSED, error);
    }

    /** Notes something on the row as it is by now; empty when others were faster each time. */
    private Optional<ShadowRow> note(String person, UnaryOperator<PersonStatus> change) {
        for (int race = 0; race < Transition.MAX_RACES; race++) {
            ShadowRow now = shadows.read(person);
            PersonStatus next = change.apply(now.status());
            if (next.equals(now.status())) {
                return Optional.of(now);
            }
            if (shadows.write(now, next) instanceof WriteResult.Written written) {
                return Optional.of(now.written(next, written.version()));
            }
        }
        return Optional.empty();
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

    private record Receipt(
            Notice notice, String token, @Nullable Post post) {
        PersonStatus noteOn(PersonStatus now) {
            return Debts.paid(now, notice, token, post);
        }
    }
}
