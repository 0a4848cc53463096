package io.yobidashi.core.status;

import org.jspecify.annotations.Nullable;

/**
 * What Slack is owed: how much the rules ordered, and how much of it Slack took.
 *
 * @param ordered messages ordered so far
 * @param accepted messages that Slack accepted, several orders paid by one message counting as all of them
 * @param claim who is posting just now, so that two copies of a service do not both post
 */
public record Ledger(int ordered, int accepted, @Nullable String claim) {
    public static final Ledger EMPTY = new Ledger(0, 0, null);

    public boolean owes() {
        return accepted < ordered;
    }

    public Ledger order() {
        return order(1);
    }

    public Ledger order(int more) {
        return new Ledger(ordered + more, accepted, claim);
    }

    public Ledger claimedBy(String token) {
        return new Ledger(ordered, accepted, token);
    }

    /** The claim given back, if it is still this one's. */
    public Ledger releasedBy(String token) {
        return token.equals(claim) ? new Ledger(ordered, accepted, null) : this;
    }

    /** Slack took everything that was ordered up to and including {@code upTo}. */
    public Ledger paid(int upTo, String token) {
        return new Ledger(ordered, Math.max(accepted, Math.min(upTo, ordered)), claim).releasedBy(token);
    }
}
