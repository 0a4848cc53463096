package io.yobidashi.localcloud.slack.webapi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How fast may be posted to a channel, by webhook and {@code chat.postMessage} together: about one a second with short
 * bursts (docs.slack.dev/apis/web-api/rate-limits); here only when somebody asks for it.
 */
public final class PostLimits {
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Optional<Rate> rate = Optional.empty();

    /** @param burst how many at once after a pause */
    public record Rate(double postsPerSecond, int burst) {}

    private record Bucket(double tokens, Instant at) {}

    public PostLimits(Clock clock) {
        this.clock = clock;
    }

    synchronized void set(Optional<Rate> wanted) {
        rate = wanted;
        buckets.clear();
    }

    /** Takes one post to the channel; else tells how long to wait, in whole seconds. */
    synchronized Optional<Duration> take(String channel) {
        return rate.flatMap(limit -> take(channel, limit));
    }

    private Optional<Duration> take(String channel, Rate limit) {
        Instant now = clock.instant();
        Bucket bucket = buckets.getOrDefault(channel, new Bucket(limit.burst(), now));
        double refill = Duration.between(bucket.at(), now).toNanos() / NANOS * limit.postsPerSecond();
        double tokens = Math.min(limit.burst(), bucket.tokens() + Math.max(0, refill));
        boolean taken = tokens >= 1;
        buckets.put(channel, new Bucket(taken ? tokens - 1 : tokens, now));
        double seconds = Math.ceil((1 - tokens) / limit.postsPerSecond());
        return taken ? Optional.empty() : Optional.of(Duration.ofSeconds((long) Math.max(1, seconds)));
    }
}
