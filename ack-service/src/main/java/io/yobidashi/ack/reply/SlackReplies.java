package io.yobidashi.ack.reply;

import io.yobidashi.core.handler.Replies;
import io.yobidashi.core.handler.Reply;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;

/** Tells whoever answered what became of it, by the way back that the answer carries. */
public final class SlackReplies implements Replies {
    private final Rosters rosters;
    private final DecidedTexts texts;
    private final PrivateMessages messages;

    public SlackReplies(Rosters rosters, DecidedTexts texts, PrivateMessages messages) {
        this.rosters = rosters;
        this.texts = texts;
        this.messages = messages;
    }

    @Override
    public void reply(Answer answer, Reply reply) {
        WayBack.ofWire(answer.reply()).ifPresent(way -> texts.of(answer, reply, rosters.current())
                .ifPresent(said -> messages.send(way, answer.user(), said)));
    }
}
