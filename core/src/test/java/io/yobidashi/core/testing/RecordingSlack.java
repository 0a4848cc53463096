package io.yobidashi.core.testing;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.status.Post;
import io.yobidashi.core.telling.CallView;
import io.yobidashi.core.telling.Notice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A channel that keeps what it accepted, and knows its messages by name as a bot's does. A test can make it refuse or
 * lose its answers, and can act while a message is being posted.
 */
public final class RecordingSlack implements SlackChannel {
    private final List<Notice> accepted = new ArrayList<>();
    private final List<Notice> edits = new ArrayList<>();
    private final Queue<PostResult> failures = new ArrayDeque<>();
    private boolean nameless;
    private boolean losing;
    private boolean blind;
    private Duration pause = Duration.ZERO;
    private Runnable whilePosting = () -> {};

    /** From now on messages have no names, as those of an incoming webhook. */
    public void nameless() {
        nameless = true;
    }

    public void failNext(PostResult failure) {
        failures.add(failure);
    }

    public static PostResult later() {
        return new PostResult.Later(Duration.ofSeconds(1), "429");
    }

    /** A webhook can't be asked whether it took the message, so it is just tried again. */
    public PostResult noAnswer() {
        return nameless ? later() : new PostResult.Lost("no answer");
    }

    /** The next message is accepted, and nobody hears of it. */
    public void loseNextAnswer() {
        losing = true;
    }

    /** Whether looking for a message has no answer either. */
    public void blind(boolean isBlind) {
        blind = isBlind;
    }

    /** Runs once, after the next message was accepted and before that is known to the poster. */
    public void whilePosting(Runnable action) {
        whilePosting = action;
    }

    public void pauseFor(Duration time) {
        pause = time;
    }

    @Override
    public Duration pause(Notice notice) {
        return pause;
    }

    @Override
    public PostResult post(Notice notice) {
        PostResult failure = failures.poll();
        if (failure != null) {
            return failure;
        }
        (notice.isEdit() ? edits : accepted).add(notice);
        Runnable action = whilePosting;
        whilePosting = () -> {};
        action.run();
        if (losing) {
            losing = false;
            return noAnswer();
        }
        return new PostResult.Accepted(
                nameless || notice.isEdit() ? Optional.empty() : Optional.of(post(accepted.size())));
    }

    @Override
    public Sighting look(Notice notice) {
        if (blind) {
            return new Sighting.NotKnown("no answer");
        }
        for (int i = accepted.size(); i > 0 && !nameless; i--) {
            Notice other = accepted.get(i - 1);
            if (account(other).equals(account(notice)) && pays(notice, other.number())) {
                return new Sighting.Seen(post(i), (int) other.number());
            }
        }
        return new Sighting.NotSeen();
    }

    /** A mention pays for those ordered before it; all else is one of its own. */
    private static boolean pays(Notice notice, long number) {
        return switch (notice.kind()) {
            case MENTION, NOBODY_FREE, SOUGHT, MISSED, TEST ->
                number > notice.ledger().accepted() && number <= notice.ledger().ordered();
            case WAITING, DND, BACK, ENDED, CHANGED -> number == notice.number();
        };
    }

    /** Whose it is, of which call, and what it pays: as the marks of a bot's messages tell. */
    private static List<Object> account(Notice notice) {
        Notice.Kind kind =
                switch (notice.kind()) {
                    case NOBODY_FREE, SOUGHT -> Notice.Kind.MENTION;
                    default -> notice.kind();
                };
        return List.of(notice.status().person(), kind, notice.call().map(CallView::id));
    }

    /** The messages, without edits. */
    public List<Notice> accepted() {
        return List.copyOf(accepted);
    }

    public List<Notice> edits() {
        return List.copyOf(edits);
    }

    /** What the last edit made its message say. */
    public CallView.Stage lastEdit() {
        return edits.get(edits.size() - 1).call().orElseThrow().stage();
    }

    /** Whom each accepted mention went to, in order; other notices by their kind. */
    public List<String> mentioned() {
        return accepted.stream()
                .map(notice -> notice.kind() == Notice.Kind.MENTION
                        ? notice.status().openCall().orElseThrow().asked().last()
                        : notice.kind().name())
                .toList();
    }

    private static Post post(int number) {
        return new Post("C0BOOTH", "1763928000." + number);
    }
}
