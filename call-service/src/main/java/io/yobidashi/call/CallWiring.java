package io.yobidashi.call;

import io.yobidashi.aws.queue.ConsumerSettings;
import io.yobidashi.aws.queue.Handling;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.call.press.Keys;
import io.yobidashi.call.slack.SlackTexts;
import io.yobidashi.call.slack.SlackWebhook;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.TellHandler;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.health.Readiness;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the service together. */
@Singleton
public final class CallWiring {
    private final Transition transition;
    private final Shadows shadows;
    private final Rosters rosters;
    private final Clock clock;

    public CallWiring(Transition transition, Shadows shadows, Rosters rosters, Clock clock) {
        this.transition = transition;
        this.shadows = shadows;
        this.rosters = rosters;
        this.clock = clock;
    }

    @Produces
    @Singleton
    CallSettings callSettings(Settings settings) {
        return CallSettings.of(settings);
    }

    @Produces
    @Singleton
    Keys keys(CallSettings settings) {
        return new Keys(settings.secrets(), clock);
    }

    @Produces
    @Singleton
    ButtonPresses buttonPresses() {
        return new ButtonPresses(rosters);
    }

    /** The one place that chooses how Slack is reached. */
    @Produces
    @Singleton
    SlackChannel slackChannel(CallSettings settings) {
        return new SlackWebhook(
                settings.webhook(),
                notice -> new SlackTexts(rosters.current(), settings.language()).apply(notice),
                clock);
    }

    @Produces
    @Singleton
    Teller teller(SlackChannel slack) {
        return new Teller(shadows, slack, () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    QueueConsumer<Press> presses(SqsAsyncClient client, ButtonPresses parser, Teller teller) {
        PressDecoder decoder = new PressDecoder(parser);
        PressHandler handler = new PressHandler(transition, shadows, rosters, teller, clock);
        Handling<Press> handling = new Handling<>(decoder, decoder::person, handler::handle);
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.PRESSES), handling, clock);
    }

    @Produces
    @Singleton
    QueueConsumer<Message> reminders(SqsAsyncClient client, SqsSender sender, Teller teller) {
        ReminderHandler handler = new ReminderHandler(transition, shadows, rosters, sender, teller, clock);
        ReminderWork work = new ReminderWork(handler, new TellHandler(rosters, teller));
        Handling<Message> handling = new Handling<>(ReminderWork::decode, ReminderWork::person, work::handle);
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.REMINDERS), handling, clock);
    }

    @Produces
    @Singleton
    @Readiness
    QueueHealth queueHealth(Workers workers) {
        return new QueueHealth(workers::statuses);
    }
}
