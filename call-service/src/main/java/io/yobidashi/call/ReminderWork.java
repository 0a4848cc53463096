package io.yobidashi.call;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.aws.queue.Received;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.TellHandler;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Reminder;
import io.yobidashi.core.message.Tell;
import java.util.List;

/** What is done with the queue of reminders, which also brings the word that Slack may be owed something. */
final class ReminderWork {
    private final ReminderHandler reminders;
    private final TellHandler tells;

    ReminderWork(ReminderHandler reminders, TellHandler tells) {
        this.reminders = reminders;
        this.tells = tells;
    }

    static Message decode(Received received) {
        Message message = JsonMessages.decode(received.body());
        if (message instanceof Reminder || message instanceof Tell) {
            return message;
        }
        throw new UnreadableMessageException("'type' is of another queue");
    }

    /** By person, and tells apart from reminders: while Slack is slow with somebody's message, their timers go on. */
    static String key(Message message) {
        return message instanceof Reminder reminder
                ? "reminders of " + reminder.person()
                : "tells of " + ((Tell) message).person();
    }

    /** Any number of tells is one look. What was done of a batch that is given back is harmless to do again. */
    Outcome handle(String key, List<Message> messages) {
        for (Message message : messages) {
            Outcome outcome = message instanceof Reminder reminder ? reminders.handle(reminder) : Outcome.DONE;
            if (!outcome.equals(Outcome.DONE)) {
                return outcome;
            }
        }
        return messages.stream()
                .filter(Tell.class::isInstance)
                .map(Tell.class::cast)
                .findFirst()
                .map(tells::handle)
                .orElse(Outcome.DONE);
    }
}
