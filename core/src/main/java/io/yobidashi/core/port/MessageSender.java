package io.yobidashi.core.port;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import java.util.List;

/** Puts messages into the queue that is theirs by type. Blocks until the queue has them all. */
public interface MessageSender {
    /**
     * @throws DependencyAwayException where not every message was taken; some may have been, which is harmless
     */
    void send(List<Delayed> messages);

    default void send(Message message) {
        send(List.of(Delayed.now(message)));
    }
}
