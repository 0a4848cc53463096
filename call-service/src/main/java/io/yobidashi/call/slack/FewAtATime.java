package io.yobidashi.call.slack;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many calls to Slack be under way at a time, and nobody wait for one to end: however slow Slack is, it
 * holds no more threads than that. The others are free for the timers, which come by the same queue.
 */
public final class FewAtATime implements SlackChannel {
    private final SlackChannel slack;
    private final Semaphore lines;

    /** @param most fewer than the threads that may call */
    public FewAtATime(SlackChannel slack, int most) {
        this.slack = slack;
        this.lines = new Semaphore(most);
    }

    @Override
    public Duration pause(Notice notice) {
        Duration pace = slack.pause(notice);
        return pace.isZero() && lines.availablePermits() == 0 ? SlackClients.SHORTLY : pace;
    }

    @Override
    public PostResult post(Notice notice) {
        if (!lines.tryAcquire()) {
            return new PostResult.NotAsked(SlackClients.SHORTLY, "Slack is slow with those before");
        }
        try {
            return slack.post(notice);
        } finally {
            lines.release();
        }
    }

    @Override
    public Sighting look(Notice notice) {
        if (!lines.tryAcquire()) {
            return new Sighting.NotKnown("Slack is slow with those before");
        }
        try {
            return slack.look(notice);
        } finally {
            lines.release();
        }
    }
}
