package io.yobidashi.aws.queue;

import static org.awaitility.Awaitility.await;

import io.yobidashi.core.handler.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages per second with one and with several receives on their way, side by side. A main, not a test. */
final class ConsumerBenchmark {
    private static final int MESSAGES = 10_000;

    private ConsumerBenchmark() {}

    public static void main(String[] args) {
        try (TestQueues queues = new TestQueues()) {
            run(queues, 1);
            double one = run(queues, 1);
            System.out.printf(Locale.ROOT, "1 receive: %.0f messages/s%n", one);
            for (int receives : new int[] {2, 4, 8}) {
                double several = run(queues, receives);
                System.out.printf(
                        Locale.ROOT, "%d receives: %.0f messages/s, %.1f times%n", receives, several, several / one);
            }
        }
    }

    private static double run(TestQueues queues, int receives) {
        fill(queues);
        AtomicInteger handled = new AtomicInteger();
        Handling<String> handling = new Handling<>(Received::body, body -> body, (key, messages) -> {
            handled.addAndGet(messages.size());
            return Outcome.DONE;
        });
        ConsumerSettings settings = ConsumerSettings.of(QueueName.PRESSES).withReceives(receives);
        QueueConsumer<String> consumer = new QueueConsumer<>(queues.client(), settings, handling, Clock.systemUTC());
        long begin = System.nanoTime();
        consumer.start();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> handled.get() >= MESSAGES && consumer.status().inHand() == 0);
        double seconds = (System.nanoTime() - begin) / 1e9;
        consumer.stop();
        // The long polls that the stop cut may take messages of the next run; they come again after 10 s.
        await().pollDelay(Duration.ofSeconds(21)).atMost(Duration.ofSeconds(30)).until(() -> true);
        return MESSAGES / seconds;
    }

    private static void fill(TestQueues queues) {
        String url = queues.url(QueueName.PRESSES.queue());
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int batch = 0; batch < MESSAGES / GroupCommit.BATCH; batch++) {
            int first = batch * GroupCommit.BATCH;
            List<SendMessageBatchRequestEntry> entries = IntStream.range(first, first + GroupCommit.BATCH)
                    .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                            .id(String.valueOf(i))
                            .messageBody("person" + i % 100)
                            .build())
                    .toList();
            sent.add(queues.client().sendMessageBatch(send -> send.queueUrl(url).entries(entries)));
            if (sent.size() % 32 == 0) {
                sent.forEach(CompletableFuture::join);
            }
        }
        sent.forEach(CompletableFuture::join);
    }
}
