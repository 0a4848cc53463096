package io.yobidashi.ack.answer;

import org.jspecify.annotations.Nullable;

/** What somebody wants who types the slash command. */
public sealed interface Command {
    /** Comes, or can't. */
    record Answered(AnswerText text) implements Command {}

    /** @param standIn absent where the roster's is meant */
    record DndOn(
            When end, @Nullable StandIn standIn, @Nullable String reason) implements Command {}

    record DndOff() implements Command {}

    /** How the author's own row stands. */
    record Status() implements Command {}

    /** How everybody's row stands. */
    record Who() implements Command {}

    record Help() implements Command {}

    /** Nothing that is known. */
    record Unknown() implements Command {}
}
