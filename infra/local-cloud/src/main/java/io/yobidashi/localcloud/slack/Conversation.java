package io.yobidashi.localcloud.slack;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The one channel of the fake Slack: everything that was posted, oldest first. */
public final class Conversation {
    private static final long MICROS = 1_000_000;

    private final String channel;
    private final Clock clock;
    private final Consumer<SlackMessage> listener;
    private final List<SlackMessage> messages = new ArrayList<>();
    private long lastMicros;

    /** @param listener hears each message, in order; must not block */
    public Conversation(String channel, Clock clock, Consumer<SlackMessage> listener) {
        this.channel = channel;
        this.clock = clock;
        this.listener = listener;
    }

    synchronized SlackMessage post(Draft draft) {
        SlackMessage message =
                new SlackMessage(nextTs(), channel, draft.user(), draft.text(), draft.blocks(), draft.threadTs());
        messages.add(message);
        listener.accept(message);
        return message;
    }

    public synchronized List<SlackMessage> messages() {
        return List.copyOf(messages);
    }

    private String nextTs() {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        lastMicros = Math.max(now, lastMicros + 1);
        return String.format(Locale.ROOT, "%d.%06d", lastMicros / MICROS, lastMicros % MICROS);
    }
}
