package io.yobidashi.ops.dlq;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.ops.reach.SqsClients;
import io.yobidashi.ops.said.Columns;
import io.yobidashi.ops.said.Desk;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The dead letters of a queue, which stay where they are. */
@Command(
        name = "show",
        description = "The dead letters of a queue, which stay there: their ids, ages, sizes and the reasons.")
final class ShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            paramLabel = "<queue>",
            converter = QueueArgument.class,
            description = "presses, acks, resets or reminders")
    private QueueName queue = QueueName.PRESSES;

    @Option(names = "--body", description = "prints the bodies too, which may hold names")
    private boolean body;

    ShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (SqsClient sqs = SqsClients.create(desk.settings())) {
            DeadLetters letters = new DeadLetters(sqs, queue);
            int held = letters.depth().held();
            List<Letter> all = letters.all();
            if (all.isEmpty()) {
                desk.say(queue.deadLetters() + " は空です", queue.deadLetters() + " is empty");
            } else {
                print(all);
            }
            if (held > 0) {
                desk.say("ほかに " + held + " 件が受信中です", held + " more are held by somebody just now");
            }
            return 0;
        }
    }

    private void print(List<Letter> letters) {
        Wording wording = desk.wording();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "ID",
                wording.say("経過", "AGE"),
                wording.say("受信", "RECEIVED"),
                wording.say("バイト", "BYTES"),
                wording.say("理由", "REASON")));
        letters.forEach(letter -> rows.add(row(letter, wording)));
        List<String> lines = new Table(rows).lines();
        desk.out().println(lines.get(0));
        for (int i = 0; i < letters.size(); i++) {
            desk.out().println(lines.get(i + 1));
            if (body) {
                desk.out().println("  " + Columns.harmless(letters.get(i).body()));
            }
        }
    }

    private List<String> row(Letter letter, Wording wording) {
        return List.of(
                Columns.harmless(letter.id()),
                Age.of(letter.sentAt(), desk.clock().instant()),
                String.valueOf(letter.known().receiveCount()),
                String.valueOf(letter.bytes()),
                letter.reason()
                        .map(Columns::harmless)
                        .orElse(wording.say("(理由なし: SQS が移しました)", "(none: moved by SQS after too many tries)")));
    }
}
