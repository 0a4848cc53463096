package io.yobidashi.core.testing;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A channel that keeps what it accepted. A test can make it refuse, and can act while a message is being posted. */
public final class RecordingSlack implements SlackChannel {
    private final List<Notice> accepted = new ArrayList<>();
    private final Queue<PostResult> failures = new ArrayDeque<>();
    private Duration pause = Duration.ZERO;
    private Runnable whilePosting = () -> {};

    public void failNext(PostResult failure) {
        failures.add(failure);
    }

    public static PostResult later() {
        return new PostResult.Later(Duration.ofSeconds(1), "429");
    }

    /** Runs once, after the next message was accepted and before that is known to the poster. */
    public void whilePosting(Runnable action) {
        whilePosting = action;
    }

    public void pauseFor(Duration time) {
        pause = time;
    }

    @Override
    public Duration pause() {
        return pause;
    }

    @Override
    public PostResult post(Notice notice) {
        PostResult failure = failures.poll();
        if (failure != null) {
            return failure;
        }
        accepted.add(notice);
        Runnable action = whilePosting;
        whilePosting = () -> {};
        action.run();
        return new PostResult.Accepted(Optional.of(new Post("C0BOOTH", "1763928000." + accepted.size())));
    }

    public List<Notice> accepted() {
        return List.copyOf(accepted);
    }

    /** Whom each accepted mention went to, in order; other notices by their kind. */
    public List<String> mentioned() {
        return accepted.stream()
                .map(notice -> notice.kind() == Notice.Kind.MENTION
                        ? notice.status().openCall().orElseThrow().asked().last()
                        : notice.kind().name())
                .toList();
    }
}
