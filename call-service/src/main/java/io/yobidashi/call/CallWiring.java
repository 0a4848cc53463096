package io.yobidashi.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.yobidashi.aws.queue.ConsumerSettings;
import io.yobidashi.aws.queue.Handling;
import io.yobidashi.aws.queue.QueueConsumer;
import io.yobidashi.aws.queue.QueueHealth;
import io.yobidashi.aws.queue.QueueName;
import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.call.press.ButtonPresses;
import io.yobidashi.call.press.Keys;
import io.yobidashi.call.slack.FewAtATime;
import io.yobidashi.call.slack.SlackBot;
import io.yobidashi.call.slack.SlackHealth;
import io.yobidashi.call.slack.SlackWebhook;
import io.yobidashi.call.slack.WatchedSlack;
import io.yobidashi.call.slack.Wording;
import io.yobidashi.core.handler.ButtonNotes;
import io.yobidashi.core.handler.PressHandler;
import io.yobidashi.core.handler.ReminderHandler;
import io.yobidashi.core.handler.TellHandler;
import io.yobidashi.core.handler.Teller;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.message.Message;
import io.yobidashi.core.message.Press;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.port.SlackChannel;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.Readiness;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Puts the service together. */
@Singleton
public final class CallWiring {
    /** Half of the threads that its queue's consumer has: the others are for the timers. */
    private static final int SLACK_CALLS = 4;

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
    WatchedSlack slackChannel(CallSettings settings, MeterRegistry registry) {
        Supplier<Wording> wording = () -> new Wording(rosters.current(), settings.language());
        SlackChannel slack = settings.way() instanceof CallSettings.Way.Bot bot
                ? new SlackBot(bot.access(), wording, clock)
                : new SlackWebhook(((CallSettings.Way.Webhook) settings.way()).address(), wording, clock);
        return new WatchedSlack(
                new FewAtATime(slack, SLACK_CALLS),
                word -> registry.counter("yobidashi.slack.refused", "error", word)
                        .increment(),
                clock);
    }

    @Produces
    @Singleton
    @Readiness
    SlackHealth slackHealth(WatchedSlack slack) {
        return new SlackHealth(slack);
    }

    @Produces
    @Singleton
    Teller teller(WatchedSlack slack) {
        return new Teller(shadows, slack, () -> UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    ButtonThread buttonThread() {
        return new ButtonThread();
    }

    void close(@Disposes ButtonThread thread) {
        thread.close();
    }

    @Produces
    @Singleton
    ButtonWatch buttonWatch(ButtonShadows buttons, CallSettings settings, ButtonThread thread) {
        return new ButtonWatch(new ButtonNotes(buttons, clock), settings.meanings(), thread);
    }

    @Produces
    @Singleton
    PressWork pressWork(SqsSender sender, CallSettings settings, ButtonWatch watch) {
        return new PressWork(new PressHandler(transition, shadows, rosters, sender, settings.meanings(), clock), watch);
    }

    @Produces
    @Singleton
    QueueConsumer<Press> presses(SqsAsyncClient client, ButtonPresses parser, PressWork work) {
        PressDecoder decoder = new PressDecoder(parser);
        Handling<Press> handling = new Handling<>(decoder, decoder::person, work::handle);
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.PRESSES), handling, clock);
    }

    @Produces
    @Singleton
    QueueConsumer<Message> reminders(SqsAsyncClient client, SqsSender sender, Teller teller) {
        ReminderHandler handler = new ReminderHandler(transition, shadows, rosters, sender, clock);
        ReminderWork work = new ReminderWork(handler, new TellHandler(rosters, teller));
        Handling<Message> handling = new Handling<>(ReminderWork::decode, ReminderWork::key, work::handle);
        return new QueueConsumer<>(client, ConsumerSettings.of(QueueName.REMINDERS), handling, clock);
    }

    @Produces
    @Singleton
    @Readiness
    QueueHealth queueHealth(Workers workers) {
        return new QueueHealth(workers::statuses);
    }
}
