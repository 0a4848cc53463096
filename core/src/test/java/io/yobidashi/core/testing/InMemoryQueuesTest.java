package io.yobidashi.core.testing;

import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.testing.InMemoryQueues.Letter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

class InMemoryQueuesTest extends QueuesContract {
    private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(1_763_928_000));
    private final InMemoryQueues queues = new InMemoryQueues(clock, MAX_DELAY);

    @Override
    protected MessageSender sender() {
        return queues;
    }

    @Override
    protected Clock clock() {
        return clock;
    }

    @Override
    protected void away(boolean isAway) {
        queues.away(isAway);
    }

    @Override
    protected void work(Function<Reset, Outcome> handler) {
        for (var next = queues.next(); next.isPresent(); next = queues.next()) {
            if (next.get().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next.get()));
            }
            handle(queues.inSight().get(0), handler);
        }
    }

    private void handle(Letter letter, Function<Reset, Outcome> handler) {
        try {
            queues.settle(letter, handler.apply((Reset) queues.receive(letter)));
        } catch (RuntimeException e) {
            queues.giveBack(letter);
        }
    }

    @Override
    protected List<Message> deadLetters() {
        return queues.deadLetters();
    }
}
