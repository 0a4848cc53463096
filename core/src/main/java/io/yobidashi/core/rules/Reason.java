package io.yobidashi.core.rules;

/** Why a decision is what it is: for the log, and for the reply to whoever answered. */
public enum Reason {
    // A press.
    OPENED,
    REPEATED,
    WAITS,
    MISSED,
    TEST_NOTED,
    // An answer.
    ON_THE_WAY,
    UPDATED,
    ANOTHER_COMES,
    NO_OPEN_CALL,
    NEXT_ASKED,
    GROUP_ASKED,
    NOBODY_FREE,
    DECLINE_NOTED,
    NOT_ASKED,
    // A timer.
    REMINDED,
    NOTHING_LEFT_TO_ASK,
    ENDED,
    ENDED_AND_NEXT_OPENED,
    NOT_WHAT_IT_WAS_MADE_FOR,
    // Do not disturb.
    DND_BEGUN,
    DND_NOTED,
    DND_ENDED,
    DND_NOT_SET,
    DND_ALREADY_OVER,
    /** The event was taken in before. */
    DUPLICATE
}
