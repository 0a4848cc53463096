package io.yobidashi.aws.queue;

import io.yobidashi.core.handler.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/** A running consumer of texts such as {@code sato:1}, whose key stands before the colon. */
final class TestConsumer implements AutoCloseable {
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
    private final QueueConsumer<String> consumer;
    private boolean stopped;

    TestConsumer(TestQueues queues, UnaryOperator<ConsumerSettings> settings, BatchHandler<String> handler) {
        this(queues, settings, Received::body, handler);
    }

    TestConsumer(
            TestQueues queues,
            UnaryOperator<ConsumerSettings> settings,
            Decoder<String> decoder,
            BatchHandler<String> handler) {
        Handling<String> handling = new Handling<>(decoder, text -> text.split(":")[0], (key, texts) -> {
            Outcome outcome = handler.handle(key, texts);
            sizes.add(texts.size());
            seen.addAll(texts);
            return outcome;
        });
        consumer = new QueueConsumer<>(
                queues.client(), settings.apply(ConsumerSettings.of(QueueName.PRESSES)), handling, Clock.systemUTC());
        consumer.start();
    }

    /** What was handled without an exception, in that order. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** How many messages each run had. */
    List<Integer> sizes() {
        return List.copyOf(sizes);
    }

    ConsumerStatus status() {
        return consumer.status();
    }

    void stop() {
        stopped = true;
        consumer.stop();
    }

    @Override
    public void close() {
        if (!stopped) {
            consumer.stop();
        }
    }
}
