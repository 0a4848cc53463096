package io.yobidashi.dashboard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.yobidashi.core.port.Rosters;
import io.yobidashi.core.port.Shadows;
import io.yobidashi.core.settings.Settings;
import io.yobidashi.dashboard.feed.MqttAddress;
import io.yobidashi.dashboard.feed.MqttLink;
import io.yobidashi.dashboard.feed.ShadowFeed;
import io.yobidashi.dashboard.live.LiveBoard;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the service together: the subscription feeds the board, the board its viewers, all of it on one event loop. */
@Singleton
public class Dashboard {

    /** So many shadows are read at a time: few enough for AWS's limits, enough for a board of hundreds. */
    private static final int READERS = 4;

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final LiveBoard board;
    private final MqttLink link;

    Dashboard(Settings settings, Rosters rosters, Shadows shadows, Clock clock, Vertx vertx) {
        Context loop = vertx.getOrCreateContext();
        board = new LiveBoard(PageBuild.id(), clock, loop);
        ShadowFeed feed = new ShadowFeed(rosters, shadows, board, loop, readers);
        link = new MqttLink(MqttAddress.of(settings), ShadowFeed.TOPIC_FILTER, feed);
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
    }
}
