package io.yobidashi.ack;

import io.yobidashi.core.handler.Replies;
import io.yobidashi.core.handler.Reply;
import io.yobidashi.core.message.Answer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** For answers by outgoing webhook: once its request is over, Slack takes no further reply to it. */
final class NoWayBack implements Replies {
    private static final Logger LOG = System.getLogger(NoWayBack.class.getName());

    @Override
    public void reply(Answer answer, Reply reply) {
        LOG.log(Level.DEBUG, "answer {0}: {1}, and no way to say so", answer.id(), what(reply));
    }

    private static String what(Reply reply) {
        return reply instanceof Reply.Taken taken
                ? taken.reason().name()
                : reply.getClass().getSimpleName();
    }
}
