package io.yobidashi.core.simulation;

import io.yobidashi.core.message.Answer;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.message.Tell;

/** The services that work on queues. */
enum Service {
    CALL,
    ACK,
    RESET;

    static Service of(Message message) {
        if (message instanceof Answer) {
            return ACK;
        }
        return message instanceof Reset ? RESET : CALL;
    }

    /** What a copy handles one after another: the queue and the key by which its consumer orders messages. */
    static String lane(Message message) {
        if (message instanceof Press press) {
            return "presses of "
                    + Cast.ROSTER.button(press.button()).orElseThrow().person();
        }
        if (message instanceof Answer answer) {
            return "answers of " + answer.user();
        }
        if (message instanceof Tell tell) {
            return "tells of " + tell.person();
        }
        return message instanceof Reset reset
                ? "resets of " + reset.person()
                : "reminders of " + ((Reminder) message).person();
    }
}
