package io.yobidashi.ack;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.yobidashi.ack.answer.ReplyTexts;
import io.yobidashi.ack.door.Glance;
import io.yobidashi.ack.door.OutgoingToken;
import io.yobidashi.aws.queue.ConsumerSettings;
import io.yobidashi.aws.queue.Decoder;
import io.yobidashi.aws.queue.Handling;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.core.handler.AnswerHandler;
import io.yobidashi.core.handler.Outcome;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Answer;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.roster.Person;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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
        return new OutgoingToken(settings.outgoingToken());
    }

    @Produces
    @Singleton
    ReplyTexts replyTexts(AckSettings settings) {
        return new ReplyTexts(rosters, settings.language());
    }

    @Produces
    @Singleton
    Glance glance() {
        return new Glance(shadows, Infrastructure.getDefaultWorkerPool(), GLANCE);
    }

    @Produces
    @Singleton
    QueueConsumer<Answer> answers(SqsAsyncClient client, Transition transition, SqsSender sender) {
        AnswerHandler handler = new AnswerHandler(transition, shadows, rosters, sender, new NoWayBack(), clock);
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
