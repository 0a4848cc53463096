package io.yobidashi.call.slack;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.telling.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Watches what Slack makes of our messages. While it refuses the set-up, such as an archived channel or a revoked token,
 * it is asked seldom: only somebody's hand can end that.
 */
public final class WatchedSlack implements SlackChannel {
    static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);
    /** Refusals of one message for what it says: nothing is wrong with the next one. */
    private static final Pattern OF_ONE_MESSAGE = Pattern.compile(
            "(\\d+ )?(invalid_(blocks|payload|metadata|attachments|arg).*|msg_.*|metadata_.*|no_text|.*thread.*)");

    private final SlackChannel slack;
    private final Consumer<String> counter;
    private final Clock clock;
    private final AtomicReference<Optional<Refusal>> standing = new AtomicReference<>(Optional.empty());

    /**
     * Slack refuses.
     *
     * @param word Slack's own
     * @param since when it first said so
     * @param last when it said so last
     */
    public record Refusal(String word, Instant since, Instant last) {}

    /** @param counter is told the word of each refusal */
    public WatchedSlack(SlackChannel slack, Consumer<String> counter, Clock clock) {
        this.slack = slack;
        this.counter = counter;
        this.clock = clock;
    }

    /** The refusal that stands: empty once Slack has accepted anything since. */
    public Optional<Refusal> refusal() {
        return standing.get();
    }

    @Override
    public Duration pause(Notice notice) {
        Duration pace = slack.pause(notice);
        return refusal()
                .filter(refusal -> !OF_ONE_MESSAGE.matcher(refusal.word()).matches())
                .map(refusal -> Duration.between(clock.instant(), refusal.last().plus(BETWEEN_TRIES)))
                .filter(left -> left.compareTo(pace) > 0)
                .orElse(pace);
    }

    @Override
    public PostResult post(Notice notice) {
        PostResult result = slack.post(notice);
        if (result instanceof PostResult.Refused refused) {
            counter.accept(refused.error());
            standing.updateAndGet(before -> Optional.of(next(before, refused.error())));
        } else if (result instanceof PostResult.Accepted) {
            standing.set(Optional.empty());
        }
        return result;
    }

    @Override
    public Sighting look(Notice notice) {
        return slack.look(notice);
    }

    private Refusal next(Optional<Refusal> before, String word) {
        Instant now = clock.instant();
        Instant since = before.filter(refusal -> refusal.word().equals(word))
                .map(Refusal::since)
                .orElse(now);
        return new Refusal(word, since, now);
    }
}
