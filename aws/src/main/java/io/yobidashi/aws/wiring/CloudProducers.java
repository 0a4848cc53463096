package io.yobidashi.aws.wiring;

import io.yobidashi.aws.queue.SqsSender;
import io.yobidashi.aws.roster.LiveRoster;
import io.yobidashi.aws.shadow.IotButtonShadows;
import io.yobidashi.aws.shadow.IotShadows;
import io.yobidashi.core.handler.Transition;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.settings.Settings;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What every service needs, made from the settings. The only place that touches the system's clock. */
@Singleton
public final class CloudProducers {
    @Produces
    @Singleton
    Settings settings(Config config) {
        return CommonSettings.of(config);
    }

    @Produces
    @Singleton
    LiveRoster roster(Settings settings, Clock clock) {
        return new LiveRoster(CommonSettings.roster(settings), clock);
    }

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return Clock.offset(Clock.systemUTC(), settings.offset("YOBIDASHI_CLOCK_OFFSET"));
    }

    @Produces
    @Singleton
    IotDataPlaneClient iotDataPlane(Settings settings) {
        return IotClients.create(settings);
    }

    void close(@Disposes IotDataPlaneClient client) {
        client.close();
    }

    @Produces
    @Singleton
    Shadows shadows(IotDataPlaneClient client, Clock clock) {
        return new IotShadows(client, clock);
    }

    @Produces
    @Singleton
    ButtonShadows buttonShadows(IotDataPlaneClient client) {
        return new IotButtonShadows(client);
    }

    @Produces
    @Singleton
    SqsSender sender(SqsAsyncClient client, Settings settings, Clock clock) {
        return new SqsSender(client, CommonSettings.maxDelay(settings), clock);
    }

    @Produces
    @Singleton
    Transition transition(Shadows shadows, SqsSender sender) {
        return new Transition(shadows, sender);
    }
}
