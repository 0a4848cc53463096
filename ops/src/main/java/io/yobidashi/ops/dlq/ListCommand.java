package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.reach.SqsClients;
import io.yobidashi.ops.said.Desk;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All dead-letter queues with what is in them. */
@Command(name = "list", description = "All dead-letter queues, and how many messages are in each.")
final class ListCommand implements Callable<Integer> {
    private final Desk desk;

    ListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Wording wording = desk.wording();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                wording.say("デッドレターキュー", "DEAD-LETTER QUEUE"),
                wording.say("件数", "WAITING"),
                wording.say("受信中", "HELD")));
        try (SqsClient sqs = SqsClients.create(desk.settings())) {
            for (QueueName queue : QueueName.values()) {
                DeadLetters.Depth depth = new DeadLetters(sqs, queue).depth();
                rows.add(Stream.of(queue.deadLetters(), depth.waiting(), depth.held())
                        .map(String::valueOf)
                        .toList());
            }
        }
        new Table(rows).lines().forEach(desk.out()::println);
        return 0;
    }
}
