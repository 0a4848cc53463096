package io.yobidashi.aws.queue;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.aws.json.UnreadableMessageException;
import io.yobidashi.core.message.Message;

/** Understands what a queue holds. Must not block. */
@FunctionalInterface
public interface Decoder<M> {
    /** @throws UnreadableMessageException for what nobody will ever understand: it goes to the dead letters */
    M decode(Received received);

    /** For queues that hold messages of ours, all of one type. */
    static <M extends Message> Decoder<M> json(Class<M> type) {
        return received -> {
            Message message = JsonMessages.decode(received.body());
            if (!type.isInstance(message)) {
                throw new UnreadableMessageException("'type' is of another queue");
            }
            return type.cast(message);
        };
    }
}
