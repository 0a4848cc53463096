package io.yobidashi.ops.check;

import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.roster.Roster;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.ops.reach.SqsClients;
import io.yobidashi.ops.reach.Trouble;
import io.yobidashi.ops.said.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues between the services, and those of dead letters. */
final class QueuesLook {
    private final Settings settings;
    private final Wording wording;

    QueuesLook(Settings settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    Looked look(Roster roster) {
        List<Finding> findings = new ArrayList<>();
        try (SqsClient sqs = SqsClients.create(settings)) {
            for (QueueName name : QueueName.values()) {
                findings.add(queue(sqs, name));
                findings.add(deadLetters(sqs, name));
            }
        } catch (SdkClientException e) {
            // As it is for one, it is for all.
            findings.add(Finding.bad(wording.say("キュー: ", "Queues: ") + Trouble.of(e, wording)));
        }
        boolean broken = findings.stream().anyMatch(finding -> finding.mark() == Finding.Mark.BAD);
        Set<String> everybody = roster.people().stream().map(Person::id).collect(Collectors.toSet());
        return new Looked(findings, broken ? everybody : Set.of());
    }

    private Finding queue(SqsClient sqs, QueueName name) {
        String queue = name.queue();
        try {
            Map<QueueAttributeName, String> attributes = attributes(sqs, queue);
            String depth = wording.say(
                    queue + ": 待ち " + waiting(attributes) + "件、予定 " + delayed(attributes) + "件",
                    queue + ": " + waiting(attributes) + " waiting, " + delayed(attributes) + " delayed");
            return attributes.containsKey(QueueAttributeName.REDRIVE_POLICY)
                    ? Finding.good(depth)
                    : Finding.warning(depth + wording.say("。リドライブポリシーがありません", ". It has no redrive policy"));
        } catch (AwsServiceException e) {
            return refused(queue, e);
        }
    }

    private Finding deadLetters(SqsClient sqs, QueueName name) {
        String queue = name.deadLetters();
        try {
            String waiting = waiting(attributes(sqs, queue));
            return waiting.equals("0")
                    ? Finding.good(wording.say(queue + ": 空", queue + ": empty"))
                    : Finding.warning(wording.say(
                            queue + ": 処理できなかったメッセージが" + waiting + "件あります",
                            queue + ": " + waiting + " messages that could not be understood"));
        } catch (AwsServiceException e) {
            return refused(queue, e);
        }
    }

    private static Map<QueueAttributeName, String> attributes(SqsClient sqs, String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    private static String waiting(Map<QueueAttributeName, String> attributes) {
        return attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "?");
    }

    private static String delayed(Map<QueueAttributeName, String> attributes) {
        return attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "?");
    }

    private Finding refused(String queue, AwsServiceException e) {
        return Finding.bad(queue + ": " + Trouble.of(e, wording));
    }
}
