package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.reach.SqsClients;
import io.yobidashi.ops.said.Desk;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends dead letters back to their queue. */
@Command(
        name = "redrive",
        description =
                "Sends the dead letters of a queue back to it, as they were, for instance after a service was mended.")
final class RedriveCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            paramLabel = "<queue>",
            converter = QueueArgument.class,
            description = "presses, acks, resets or reminders")
    private QueueName queue = QueueName.PRESSES;

    @Option(names = "--id", paramLabel = "<id>", description = "only this one")
    private @Nullable String id;

    RedriveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Set<String> sent = new HashSet<>();
        try (SqsClient sqs = SqsClients.create(desk.settings())) {
            DeadLetters letters = new DeadLetters(sqs, queue);
            String back = letters.queueUrl();
            letters.each(letter -> isWanted(letter, sent) && sent.add(letters.redrive(letter, back)));
        } finally {
            desk.say(sent.size() + " 件を " + queue.queue() + " に戻しました", sent.size() + " sent back to " + queue.queue());
        }
        if (id != null && sent.isEmpty()) {
            desk.say(id + " はありません", "there is no " + id);
            return 1;
        }
        return 0;
    }

    /** What comes again at once, because it still can't be understood, stays: else this would never end. */
    private boolean isWanted(Letter letter, Set<String> sent) {
        return !sent.contains(letter.id()) && (id == null || letter.isCalled(id));
    }
}
