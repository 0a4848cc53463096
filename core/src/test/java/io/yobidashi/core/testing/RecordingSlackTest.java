package io.yobidashi.core.testing;

import io.yobidashi.core.port.PostResult;
import io.yobidashi.core.port.SlackChannel;

class RecordingSlackTest extends SlackContract {
    protected final RecordingSlack slack = new RecordingSlack();

    @Override
    protected Way way() {
        return Way.BOT;
    }

    @Override
    protected SlackChannel slack() {
        return slack;
    }

    @Override
    protected void next(Fault fault) {
        switch (fault) {
            case TOO_MANY -> slack.failNext(RecordingSlack.later());
            case REFUSED -> slack.failNext(new PostResult.Refused("channel_is_archived"));
            case ANSWER_LOST -> slack.loseNextAnswer();
            case REQUEST_LOST -> slack.failNext(slack.noAnswer());
        }
    }

    @Override
    protected void heal() {
        // Each fault befalls one message.
    }

    @Override
    protected int messages() {
        return slack.accepted().size();
    }
}
