package io.yobidashi.ack;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.yobidashi.ack.answer.Zones;
import io.yobidashi.ack.door.CallChannel;
import io.yobidashi.ack.door.Commands;
import io.yobidashi.ack.door.Glance;
import io.yobidashi.ack.door.Intake;
import io.yobidashi.ack.door.Looks;
import io.yobidashi.ack.door.OutgoingToken;
import io.yobidashi.ack.door.SlackSignature;
import io.yobidashi.ack.door.Speech;
import io.yobidashi.ack.door.Take;
import io.yobidashi.ack.reply.BoardTexts;
import io.yobidashi.ack.reply.CommandTexts;
import io.yobidashi.ack.reply.DecidedTexts;
import io.yobidashi.ack.reply.PrivateMessages;
import io.yobidashi.ack.reply.ReplyTexts;
import io.yobidashi.ack.reply.SlackReplies;
import io.yobidashi.aws.queue.ConsumerSettings;
import io.yobidashi.aws.queue.Decoder;
import io.yobidashi.aws.queue.Handling;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.handler.AnswerHandler;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.Replies;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Language;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the service together. */
@Singleton
public final class AckWiring {
    /** What may be spent on the look at the author's row. */
    private static final Duration GLANCE = Duration.ofMillis(1500);

    private final Shadows shadows;
    private final Rosters rosters;
    private final Clock clock;

    public AckWiring(Shadows shadows, Rosters rosters, Clock clock) {
        this.shadows = shadows;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Produces
    @Singleton
    AckSettings ackSettings(Settings settings) {
        return AckSettings.of(settings);
    }

    @Produces
    @Singleton
    OutgoingToken outgoingToken(AckSettings settings) {
        return new OutgoingToken(
                settings.secrets().outgoingToken(), settings.secrets().insecure());
    }

    @Produces
    @Singleton
    SlackSignature slackSignature(AckSettings settings) {
        AckSettings.Secrets secrets = settings.secrets();
        return new SlackSignature(new SlackSignature.Secret(secrets.signingSecret(), secrets.insecure()), clock);
    }

    @Produces
    @Singleton
    CallChannel callChannel(AckSettings settings) {
        return new CallChannel(rosters, settings.slack().channel());
    }

    @Produces
    @Singleton
    PrivateMessages privateMessages(AckSettings settings) {
        AckSettings.Slack slack = settings.slack();
        return new PrivateMessages(new PrivateMessages.WebApi(slack.api(), slack.botToken()));
    }

    /** Times of day are those of the machine. */
    @Produces
    @Singleton
    Zones zones() {
        return author -> ZoneId.systemDefault();
    }

    @Produces
    @Singleton
    Take take(Zones zones) {
        return new Take(zones);
    }

    @Produces
    @Singleton
    Intake intake(SqsSender queue, Glance glance, AckSettings settings, PrivateMessages messages) {
        return new Intake(queue, glance, new ReplyTexts(settings.language()), messages);
    }

    @Produces
    @Singleton
    Commands commands(Intake intake, Glance glance, PrivateMessages messages, AckSettings settings) {
        Language language = settings.language();
        Speech speech = new Speech(new CommandTexts(language), new BoardTexts(language), zones(), clock);
        return new Commands(rosters, intake, new Looks(glance, speech, messages), speech);
    }

    @Produces
    @Singleton
    Replies replies(AckSettings settings, PrivateMessages messages) {
        return new SlackReplies(rosters, new DecidedTexts(settings.language()), messages);
    }

    @Produces
    @Singleton
    Glance glance() {
        return new Glance(shadows, Infrastructure.getDefaultWorkerPool(), GLANCE);
    }

    @Produces
    @Singleton
    QueueConsumer<Answer> answers(SqsAsyncClient client, Transition transition, SqsSender sender, Replies replies) {
        AnswerHandler handler = new AnswerHandler(transition, shadows, rosters, sender, replies, clock);
        Handling<Answer> handling = new Handling<>(
                Decoder.json(Answer.class),
                answer -> rosters.current()
                        .personOnSlack(answer.user())
                        .map(Person::id)
                        .orElse(answer.user()),
                (author, answers) -> inTurn(handler, answers));
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.ACKS), handling, clock);
    }

    /** What was done of a batch that is given back is harmless to do again. */
    private static Outcome inTurn(AnswerHandler handler, List<Answer> answers) {
        for (Answer answer : answers) {
            Outcome outcome = handler.handle(answer);
            if (!outcome.equals(Outcome.DONE)) {
                return outcome;
            }
        }
        return Outcome.DONE;
    }

    @Produces
    @Singleton
    @Readiness
    QueueHealth queueHealth(QueueConsumer<Answer> answers) {
        return new QueueHealth(() -> List.of(answers.status()));
    }
}
