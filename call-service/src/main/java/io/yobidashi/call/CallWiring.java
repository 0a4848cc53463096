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
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.roster.Roster;
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
    @Produces
    @Singleton
    CallSettings callSettings(Settings settings) {
        return CallSettings.of(settings);
    }

    @Produces
    @Singleton
    Keys keys(CallSettings settings, Clock clock) {
        return new Keys(settings.secrets(), clock);
    }

    @Produces
    @Singleton
    ButtonPresses buttonPresses(Roster roster) {
        return new ButtonPresses(roster);
    }

    /** The one place that chooses how Slack is reached. */
    @Produces
    @Singleton
    SlackChannel slackChannel(CallSettings settings, Roster roster, Clock clock) {
        return new SlackWebhook(settings.webhook(), new SlackTexts(roster, settings.language()), clock);
    }

    @Produces
    @Singleton
    Teller teller(Shadows shadows, SlackChannel slack) {
        return new Teller(shadows, slack, () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    PressHandler pressHandler(Transition transition, Shadows shadows, Roster roster, Teller teller, Clock clock) {
        return new PressHandler(transition, shadows, roster, teller, clock);
    }

    @Produces
    @Singleton
    ReminderWork reminderWork(
            Transition transition, Shadows shadows, Roster roster, SqsSender sender, Teller teller, Clock clock) {
        return new ReminderWork(new ReminderHandler(transition, shadows, roster, sender, teller, clock), teller);
    }

    @Produces
    @Singleton
    QueueConsumer<Press> presses(
            SqsAsyncClient client, ButtonPresses parser, Roster roster, PressHandler handler, Clock clock) {
        PressDecoder decoder = new PressDecoder(parser, roster);
        Handling<Press> handling = new Handling<>(decoder, decoder::person, handler::handle);
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.PRESSES), handling, clock);
    }

    @Produces
    @Singleton
    QueueConsumer<Message> reminders(SqsAsyncClient client, ReminderWork work, Clock clock) {
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
