package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.reach.SqsClients;
import io.yobidashi.ops.said.Desk;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Deletes dead letters for good. */
@Command(name = "drop", description = "Deletes the dead letters of a queue for good, once you have confirmed it.")
final class DropCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            paramLabel = "<queue>",
            converter = QueueArgument.class,
            description = "presses, acks, resets or reminders")
    private QueueName queue = QueueName.PRESSES;

    @Option(names = "--id", paramLabel = "<id>", description = "only this one")
    private @Nullable String id;

    @Option(names = "--yes", description = "does not ask")
    private boolean yes;

    DropCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException {
        try (SqsClient sqs = SqsClients.create(desk.settings())) {
            DeadLetters letters = new DeadLetters(sqs, queue);
            List<Letter> found = letters.all().stream()
                    .filter(letter -> id == null || letter.isCalled(id))
                    .toList();
            if (found.isEmpty()) {
                desk.say(queue.deadLetters() + " に該当するものはありません", queue.deadLetters() + " has nothing to delete");
                return id == null ? 0 : 1;
            }
            if (!yes && !confirmed(found.size())) {
                desk.say("何も消していません", "nothing was deleted");
                return 1;
            }
            drop(letters, found);
            return 0;
        }
    }

    private boolean confirmed(int count) throws IOException {
        String name = queue.deadLetters();
        desk.say(name + " の " + count + " 件を消します。元に戻せません。[y/N]", name + ": delete " + count + " for good? [y/N]");
        String answer = desk.in().readLine();
        return answer != null && answer.strip().matches("(?i)y|yes");
    }

    /** Those alone that were counted: what has come since, nobody has agreed to lose. */
    private void drop(DeadLetters letters, List<Letter> found) {
        Set<String> agreed = found.stream().map(Letter::messageId).collect(Collectors.toSet());
        AtomicInteger dropped = new AtomicInteger();
        try {
            letters.each(letter -> {
                if (!agreed.contains(letter.messageId())) {
                    return false;
                }
                letters.delete(letter);
                dropped.incrementAndGet();
                return true;
            });
        } finally {
            desk.say(dropped + " 件を消しました", dropped + " deleted");
        }
    }
}
