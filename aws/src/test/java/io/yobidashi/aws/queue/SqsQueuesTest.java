package io.yobidashi.aws.queue;

import static org.awaitility.Awaitility.await;

import io.yobidashi.aws.json.JsonMessages;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Reset;
import io.yobidashi.core.port.MessageSender;
import io.yobidashi.core.testing.QueuesContract;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** The contract on the real sender and the real consumer. */
class SqsQueuesTest extends QueuesContract {
    private static final Clock CLOCK = Clock.systemUTC();

    private final TestQueues queues = new TestQueues();
    private final SqsSender sender = new SqsSender(queues.client(), MAX_DELAY, CLOCK);

    @AfterEach
    void close() {
        queues.close();
    }

    @Override
    protected MessageSender sender() {
        return sender;
    }

    @Override
    protected Clock clock() {
        return CLOCK;
    }

    @Override
    protected void away(boolean isAway) {
        if (isAway) {
            queues.server().stop();
        } else {
            queues.server().start();
        }
    }

    @Override
    protected void work(Function<Reset, Outcome> handler) {
        BatchHandler<Reset> oneByOne = (callId, same) ->
                same.stream().map(handler).reduce((before, last) -> last).orElseThrow();
        QueueConsumer<Reset> consumer = new QueueConsumer<>(
                queues.client(),
                ConsumerSettings.of(QueueName.RESETS),
                new Handling<>(Decoder.json(Reset.class), Reset::callId, oneByOne),
                CLOCK);
        consumer.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> queues.depth(QueueName.RESETS) == 0);
        consumer.stop();
    }

    @Override
    protected List<Message> deadLetters() {
        return queues.receive(QueueName.RESETS.deadLetters()).stream()
                .map(message -> JsonMessages.decode(message.body()))
                .toList();
    }
}
