package io.yobidashi.localcloud.slack.response;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The addresses for late answers: 5 uses within 30 minutes (java-slack-sdk, guide on interactive components). They do
 * not outlive the process.
 */
public final class ResponseUrls {
    private static final int MOST_USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Supplier<URI> slack;
    private final Clock clock;
    private final Map<String, Ticket> tickets = new HashMap<>();

    /**
     * What somebody did that may be answered.
     *
     * @param user who did it, and sees what is answered to them alone
     * @param ts the message that was acted on; null for a command
     */
    public record Occasion(String channel, String user, String ts) {}

    sealed interface Use {}

    record Good(Occasion occasion) implements Use {}

    record Bad(String word) implements Use {}

    private record Ticket(Occasion occasion, Instant end, int uses) {}

    /** @param slack base address of this Slack */
    public ResponseUrls(Supplier<URI> slack, Clock clock) {
        this.slack = slack;
        this.clock = clock;
    }

    public URI mint(Occasion occasion) {
        String id = UUID.randomUUID().toString().replace("-", "");
        Instant now = clock.instant();
        synchronized (tickets) {
            tickets.values().removeIf(ticket -> now.isAfter(ticket.end()));
            tickets.put(id, new Ticket(occasion, now.plus(LIFE), 0));
        }
        return slack.get().resolve("/slack/response/" + id);
    }

    /** Counts as a use. Both words, and that unknown ones count as expired, are unverified. */
    Use use(String id) {
        synchronized (tickets) {
            Ticket ticket = tickets.get(id);
            if (ticket == null || clock.instant().isAfter(ticket.end())) {
                return new Bad("expired_url");
            }
            if (ticket.uses() == MOST_USES) {
                return new Bad("used_url");
            }
            tickets.put(id, new Ticket(ticket.occasion(), ticket.end(), ticket.uses() + 1));
            return new Good(ticket.occasion());
        }
    }
}
