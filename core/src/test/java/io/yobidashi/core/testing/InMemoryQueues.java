package io.yobidashi.core.testing;

import io.yobidashi.core.message.Delayed;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.port.DependencyAwayException;
import io.yobidashi.core.port.MessageSender;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was sent, in its order. A test can take the queues away. */
public final class InMemoryQueues implements MessageSender {
    private final List<Delayed> sent = new ArrayList<>();
    private boolean away;

    public void away(boolean isAway) {
        away = isAway;
    }

    @Override
    public void send(List<Delayed> messages) {
        if (away) {
            throw new DependencyAwayException("the queue", new ConnectException("refused"));
        }
        sent.addAll(messages);
    }

    public List<Delayed> sent() {
        return List.copyOf(sent);
    }

    public <M extends Message> List<M> sent(Class<M> type) {
        return sent.stream()
                .map(Delayed::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public void clear() {
        sent.clear();
    }
}
