package io.yobidashi.core.handler;

import io.yobidashi.core.message.Answer;

/** Tells an author privately what became of the answer, where the road has a way back ({@link Answer#reply()}). */
public interface Replies {
    /** Best effort: a reply that can't be delivered is logged and forgotten, the answer stands. */
    void reply(Answer answer, Reply reply);
}
