package io.yobidashi.core.simulation;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.Sighting;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.telling.Notice;
import io.yobidashi.core.testing.RecordingSlack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/** Slack as a process sees it: watched, and with troubles of its own. */
final class SimulatedSlack implements SlackChannel {
    /** What befalls one message or edit. */
    enum Trouble {
        /** Too many: it was not taken. */
        LATER,
        /** Slack does not take it until somebody changes the set-up. */
        REFUSED,
        /** It was taken, and nobody hears of it. */
        ANSWER_LOST,
        /** It is taken some seconds later, and nobody hears of it. */
        TAKEN_LATE,
        /** It never arrived, and nobody hears of that. */
        REQUEST_LOST
    }

    private static final Duration LATE = Duration.ofSeconds(5);

    private final Stage stage;
    private final Gate gate;
    private final RecordingSlack slack;
    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private final Queue<Late> late = new ArrayDeque<>();

    SimulatedSlack(Stage stage, RecordingSlack slack) {
        this.stage = stage;
        this.gate = new Gate(stage);
        this.slack = slack;
    }

    void next(Trouble trouble) {
        troubles.add(trouble);
    }

    void blind(boolean isBlind) {
        slack.blind(isBlind);
    }

    /** From now on all goes well. */
    void heal() {
        troubles.clear();
        stage.pass((int) LATE.toSeconds());
        arrive();
        slack.blind(false);
    }

    @Override
    public Duration pause(Notice notice) {
        return slack.pause(notice);
    }

    @Override
    public PostResult post(Notice notice) {
        return gate.pass(() -> answer(notice, troubles.poll()), slack::noAnswer);
    }

    @Override
    public Sighting look(Notice notice) {
        return gate.pass(() -> seen(notice), () -> new Sighting.NotKnown("no answer"));
    }

    private Sighting seen(Notice notice) {
        arrive();
        return slack.look(notice);
    }

    private void arrive() {
        while (!late.isEmpty() && !late.element().at().isAfter(stage.now())) {
            slack.post(late.remove().notice());
        }
    }

    private PostResult answer(Notice notice, Trouble trouble) {
        arrive();
        if (trouble == Trouble.LATER) {
            return new PostResult.Later(Duration.ofSeconds(2), "429");
        }
        if (trouble == Trouble.REFUSED) {
            return new PostResult.Refused("channel_is_archived");
        }
        if (trouble == Trouble.REQUEST_LOST) {
            return slack.noAnswer();
        }
        stage.happened(new Happening.Posted(stage.running(), notice));
        if (trouble == Trouble.TAKEN_LATE) {
            late.add(new Late(notice, stage.now().plus(LATE)));
            return slack.noAnswer();
        }
        PostResult result = slack.post(notice);
        return trouble == Trouble.ANSWER_LOST ? slack.noAnswer() : result;
    }

    private record Late(Notice notice, Instant at) {}
}
