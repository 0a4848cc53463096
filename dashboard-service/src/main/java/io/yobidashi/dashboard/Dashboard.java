package io.yobidashi.dashboard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.yobidashi.aws.roster.LiveRoster;
import io.yobidashi.core.port.ButtonShadows;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.dashboard.feed.ButtonFeed;
import io.yobidashi.dashboard.feed.MqttAddress;
import io.yobidashi.dashboard.feed.MqttLink;
import io.yobidashi.dashboard.feed.ShadowFeed;
import io.yobidashi.dashboard.live.LiveBoard;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the service together: the subscription feeds the board, the board its viewers, all of it on one event loop. */
@Singleton
public class Dashboard {

    /** So many shadows are read at a time: few enough for AWS's limits, enough for a board of hundreds. */
    private static final int READERS = 4;

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final ExecutorService buttonReader = Executors.newSingleThreadExecutor();
    private final LiveBoard board;
    private final MqttLink link;

    Dashboard(Settings settings, LiveRoster roster, Shadows shadows, ButtonShadows buttons, Clock clock, Vertx vertx) {
        Context loop = vertx.getOrCreateContext();
        board = new LiveBoard(PageBuild.id(), clock, loop);
        ShadowFeed feed = new ShadowFeed(roster, shadows, board, loop, readers);
        roster.onChange(feed::rosterChanged);
        ButtonFeed buttonFeed = new ButtonFeed(roster, buttons, board, loop, buttonReader);
        roster.onChange(buttonFeed::rosterChanged);
        link = new MqttLink(
                MqttAddress.of(settings),
                List.of(
                        new MqttLink.Subscription(ShadowFeed.TOPIC_FILTER, feed),
                        new MqttLink.Subscription(ButtonFeed.TOPIC_FILTER, buttonFeed)));
    }

    @Produces
    @Singleton
    LiveBoard board() {
        return board;
    }

    void start(@Observes StartupEvent event) {
        board.start();
        link.start();
    }

    void stop(@Observes ShutdownEvent event) {
        link.close();
        readers.shutdownNow();
        buttonReader.shutdownNow();
    }
}
